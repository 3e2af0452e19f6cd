import { Context, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Movie } from '../../movies/movie.model.js';
import { MoviesService } from '../../movies/movies.service.js';
import { NeedsViewer } from '../../platform/graphql/access/access.decorator.js';
import { Calls } from '../../platform/graphql/limits/cost/calls.decorator.js';
import { isTmdbId } from '../../platform/graphql/nodes/tmdb-id.js';
import { selectedFields } from '../../platform/graphql/selected-fields.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { FilmChangeSuccess } from './film-change-success.js';

/** The film of a change, from the catalogue; asked of it only when a client selects it. */
@Resolver(() => FilmChangeSuccess)
export class FilmChangeResolver {
  constructor(private readonly movies: MoviesService) {}

  @Calls({ finds: 'named' })
  @ResolveField(() => Movie, {
    nullable: true,
    description: 'The film, with `viewerState` as it is now; null when TMDb does not have it, or can not be reached.',
  })
  @NeedsViewer()
  async movie(
    @Parent() { tmdbId, scope }: FilmChangeSuccess,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Movie | null> {
    if (tmdbId === null || !isTmdbId(tmdbId)) return null;
    return this.movies.findByTmdbId(tmdbId, scope, selectedFields(info, 'Movie'), context);
  }
}
