import { Context, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Movie } from '../movies/movie.model.js';
import { MoviesService } from '../movies/movies.service.js';
import { OpenToEveryone } from '../platform/graphql/access/access.decorator.js';
import { Calls } from '../platform/graphql/limits/cost/calls.decorator.js';
import { selectedFields } from '../platform/graphql/selected-fields.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { LibraryEntry } from './entries/library-entry.interface.js';

/** The film of an entry, from the catalogue. */
@Resolver(() => LibraryEntry)
export class LibraryEntryResolver {
  constructor(private readonly movies: MoviesService) {}

  // Nothing is awaited before the film is asked for: so all films of a page are one reading of the cache.
  @Calls({ finds: 'named' })
  @ResolveField(() => Movie, {
    nullable: true,
    description: 'The film; null when TMDb no longer has it, or can not be reached.',
  })
  @OpenToEveryone()
  movie(
    @Parent() { tmdbId, scope }: LibraryEntry,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Movie | null> {
    return this.movies.findByTmdbId(tmdbId, scope, selectedFields(info, 'Movie'), context);
  }
}
