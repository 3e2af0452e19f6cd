import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CollectionLoader } from '../../collections/collection.loader.js';
import { Collection } from '../../collections/collection.model.js';
import { pageOfArray } from '../../platform/graphql/connections/page.js';
import { PageArgs, pageRequestOf } from '../../platform/graphql/connections/page.args.js';
import { Calls } from '../../platform/graphql/limits/cost/calls.decorator.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { isForEveryone } from '../../tmdb/reading/audience.js';
import type { Part } from '../../tmdb/parts/part.js';
import type { WireCollection } from '../../tmdb/wire/collection.wire.js';
import { toMovieConnection } from '../movie-connection.mapper.js';
import type { MovieSummary } from '../movie-summary.js';
import { summaryOfRow } from '../movie-summary.mapper.js';
import { MovieConnection } from '../movie.connection.js';

/** The films of a collection: the field that films add to it. */
@Resolver(() => Collection)
export class CollectionPartsResolver {
  private readonly films: Part<WireCollection, MovieSummary[]>;

  constructor(private readonly collections: CollectionLoader) {
    this.films = collections.part('parts', ({ parts }) =>
      parts.map(summaryOfRow).filter(isForEveryone).toSorted(byReleaseDate),
    );
  }

  @Calls({ needsThing: true })
  @ResolveField(() => MovieConnection, { nullable: true, description: 'Its films, by release.' })
  async parts(@Parent() { tmdbId, scope }: Collection, @Args() args: PageArgs, @Context() context: RequestContext) {
    const request = pageRequestOf(args);
    const films = await this.collections.load(this.films, { tmdbId, locale: scope.locale }, context);
    return films && toMovieConnection(pageOfArray(films, request), scope);
  }
}

/** Films without a date are those to come. */
function byReleaseDate(one: MovieSummary, other: MovieSummary): number {
  return (one.releaseDate ?? '9999').localeCompare(other.releaseDate ?? '9999');
}
