import type { OnModuleInit } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { IdArgs, namedTmdbId } from '../platform/graphql/id.args.js';
import { Calls } from '../platform/graphql/limits/cost/calls.decorator.js';
import { NodeRegistry } from '../platform/graphql/nodes/node-registry.js';
import { scopeOf } from '../platform/graphql/scope.args.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { Keyword } from './keyword.model.js';
import { KeywordsService } from './keywords.service.js';

@Resolver(() => Keyword)
export class KeywordsResolver implements OnModuleInit {
  constructor(
    private readonly service: KeywordsService,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Keyword', (tmdbId, scope) => this.service.findByTmdbId(Number(tmdbId), scope));
  }

  @Calls({ finds: 'named' })
  @Query(() => Keyword, { nullable: true, description: 'A keyword, by one of its IDs; null when there is none.' })
  async keyword(@Args() args: IdArgs, @Context() context: RequestContext): Promise<Keyword | null> {
    const tmdbId = namedTmdbId(args, 'Keyword');
    return tmdbId === null ? null : this.service.findByTmdbId(tmdbId, scopeOf(args, context));
  }
}
