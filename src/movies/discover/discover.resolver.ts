import { Args, ArgsType, Context, Field, Query, Resolver } from '@nestjs/graphql';
import { pageRequestOf, ScopedPageArgs } from '../../platform/graphql/connections/page.args.js';
import { Calls } from '../../platform/graphql/limits/cost/calls.decorator.js';
import { scopeOf } from '../../platform/graphql/scope.args.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { pageSize } from '../../tmdb/reading/list-page.js';
import { toMovieConnection } from '../movie-connection.mapper.js';
import { MovieConnection } from '../movie.connection.js';
import { DiscoverService } from './discover.service.js';
import { MovieFilterInput } from './movie-filter.input.js';
import { MovieSort } from './movie-sort.js';

@ArgsType()
export class DiscoverMoviesArgs extends ScopedPageArgs {
  @Field(() => MovieFilterInput, { nullable: true, description: 'What they have to be like; left out, all films.' })
  filter?: MovieFilterInput | null;

  @Field(() => MovieSort, { nullable: true, defaultValue: MovieSort.POPULARITY_DESC, description: 'In which order.' })
  sort?: MovieSort | null;
}

@Resolver()
export class DiscoverResolver {
  constructor(private readonly discover: DiscoverService) {}

  @Calls({ pages: pageSize })
  @Query(() => MovieConnection, { nullable: true, description: 'Films by what they are like.' })
  async discoverMovies(@Args() args: DiscoverMoviesArgs, @Context() context: RequestContext): Promise<MovieConnection> {
    const scope = scopeOf(args, context);
    const sort = args.sort ?? MovieSort.POPULARITY_DESC;
    return toMovieConnection(await this.discover.read(args.filter ?? {}, sort, scope, pageRequestOf(args)), scope);
  }
}
