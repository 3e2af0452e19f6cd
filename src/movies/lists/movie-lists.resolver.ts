import { Args, ArgsType, Context, Field, Query, Resolver } from '@nestjs/graphql';
import { pageRequestOf, ScopedPageArgs } from '../../platform/graphql/connections/page.args.js';
import { Calls } from '../../platform/graphql/limits/cost/calls.decorator.js';
import { scopeOf } from '../../platform/graphql/scope.args.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { pageSize } from '../../tmdb/reading/list-page.js';
import { MovieConnection } from '../movie.connection.js';
import { toMovieConnection } from '../movie-connection.mapper.js';
import { MovieList } from './movie-list.js';
import { MovieListsService } from './movie-lists.service.js';

@ArgsType()
export class MoviesArgs extends ScopedPageArgs {
  @Field(() => MovieList, { nullable: true, defaultValue: MovieList.POPULAR, description: 'Which list.' })
  list?: MovieList | null;
}

@Resolver()
export class MovieListsResolver {
  constructor(private readonly lists: MovieListsService) {}

  @Calls({ pages: pageSize })
  @Query(() => MovieConnection, { nullable: true, description: "Films of one of the catalogue's lists." })
  async movies(@Args() args: MoviesArgs, @Context() context: RequestContext): Promise<MovieConnection> {
    const scope = scopeOf(args, context);
    return toMovieConnection(await this.lists.read(args.list ?? MovieList.POPULAR, scope, pageRequestOf(args)), scope);
  }
}
