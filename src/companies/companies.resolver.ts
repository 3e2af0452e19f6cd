import type { OnModuleInit } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IdArgs, namedTmdbId } from '../platform/graphql/id.args.js';
import { Calls } from '../platform/graphql/limits/cost/calls.decorator.js';
import { NodeRegistry } from '../platform/graphql/nodes/node-registry.js';
import { UrlScalar } from '../platform/graphql/scalars/output.scalars.js';
import { scopeOf } from '../platform/graphql/scope.args.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { CompaniesService } from './companies.service.js';
import { Company } from './company.model.js';

@Resolver(() => Company)
export class CompaniesResolver implements OnModuleInit {
  constructor(
    private readonly service: CompaniesService,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Company', (tmdbId, scope) => this.service.findByTmdbId(Number(tmdbId), scope));
  }

  @Calls({ finds: 'named' })
  @Query(() => Company, { nullable: true, description: 'A company, by one of its IDs; null when there is none.' })
  async company(@Args() args: IdArgs, @Context() context: RequestContext): Promise<Company | null> {
    const tmdbId = namedTmdbId(args, 'Company');
    return tmdbId === null ? null : this.service.findByTmdbId(tmdbId, scopeOf(args, context));
  }

  @Calls({ needsThing: true })
  @ResolveField(() => String, { nullable: true, description: 'What it is, in a paragraph.' })
  async description(@Parent() { tmdbId }: Company) {
    return (await this.service.findDetails(tmdbId))?.description ?? null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => String, { nullable: true, description: 'Where it has its seat, such as `Tokyo, Japan`.' })
  async headquarters(@Parent() { tmdbId }: Company) {
    return (await this.service.findDetails(tmdbId))?.headquarters ?? null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => UrlScalar, { nullable: true, description: 'Its own page.' })
  async homepage(@Parent() { tmdbId }: Company) {
    return (await this.service.findDetails(tmdbId))?.homepage ?? null;
  }
}
