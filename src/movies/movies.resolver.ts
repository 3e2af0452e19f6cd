import type { OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Context, Field, Info, Int, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { IdOrImdbIdArgs, namedTmdbId, requireExactlyOne } from '../platform/graphql/id.args.js';
import { Calls } from '../platform/graphql/limits/cost/calls.decorator.js';
import { NodeRegistry } from '../platform/graphql/nodes/node-registry.js';
import { ScopeArgs, scopeOf } from '../platform/graphql/scope.args.js';
import { selectedFields } from '../platform/graphql/selected-fields.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { Movie } from './movie.model.js';
import { MoviesService } from './movies.service.js';

@ArgsType()
export class MoviesByTmdbIdsArgs extends ScopeArgs {
  @Field(() => [Int], { description: 'The numbers at TMDb, 1 to 100.' })
  tmdbIds!: number[];
}

/** Films by what names them. */
@Resolver()
export class MoviesResolver implements OnModuleInit {
  constructor(
    private readonly movies: MoviesService,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Movie', (tmdbId, scope, fields, context) =>
      this.movies.findByTmdbId(Number(tmdbId), scope, fields, context),
    );
  }

  @Calls({ finds: 'named' })
  @Query(() => Movie, { nullable: true, description: 'A film, by one of its IDs; null when there is none.' })
  async movie(
    @Args() args: IdOrImdbIdArgs,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Movie | null> {
    const { id, tmdbId, imdbId } = args;
    requireExactlyOne({ id, tmdbId, imdbId });
    const scope = scopeOf(args, context);
    const found =
      typeof imdbId === 'string' ? await this.movies.findTmdbId(imdbId, scope.locale) : namedTmdbId(args, 'Movie');
    return found === null ? null : this.movies.findByTmdbId(found, scope, selectedFields(info, 'Movie'), context);
  }

  @Calls({ finds: 'named' })
  @Query(() => [Movie], {
    nullable: 'itemsAndList',
    description: 'Films by their numbers at TMDb, in the order asked; null where there is none.',
  })
  moviesByTmdbIds(
    @Args() args: MoviesByTmdbIdsArgs,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Movie | null>[] {
    return this.movies.findByTmdbIds(args.tmdbIds, scopeOf(args, context), selectedFields(info, 'Movie'), context);
  }
}
