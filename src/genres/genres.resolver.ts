import type { OnModuleInit } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { IdArgs, namedTmdbId } from '../platform/graphql/id.args.js';
import { Calls } from '../platform/graphql/limits/cost/calls.decorator.js';
import { NodeRegistry } from '../platform/graphql/nodes/node-registry.js';
import { ScopeArgs, scopeOf } from '../platform/graphql/scope.args.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { Genre } from './genre.model.js';
import { GenresService } from './genres.service.js';

@Resolver(() => Genre)
export class GenresResolver implements OnModuleInit {
  constructor(
    private readonly service: GenresService,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Genre', (tmdbId, scope) => this.service.findByTmdbId(Number(tmdbId), scope));
  }

  @Calls({ once: { genres: 1 }, rows: 20 })
  @Query(() => [Genre], { nullable: true, description: 'The kinds of film.' })
  genres(@Args() args: ScopeArgs, @Context() context: RequestContext): Promise<Genre[]> {
    return this.service.findAll(scopeOf(args, context));
  }

  @Calls({ once: { genres: 1 } })
  @Query(() => Genre, { nullable: true, description: 'A kind of film, by one of its IDs; null when there is none.' })
  async genre(@Args() args: IdArgs, @Context() context: RequestContext): Promise<Genre | null> {
    const tmdbId = namedTmdbId(args, 'Genre');
    return tmdbId === null ? null : this.service.findByTmdbId(tmdbId, scopeOf(args, context));
  }
}
