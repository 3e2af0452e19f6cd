import { Args, ArgsType, Context, Field, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { BadUserInputError } from '../../errors/coded-error.js';
import type { RequestContext } from '../../request/request-context.js';
import { Calls } from '../limits/cost/calls.decorator.js';
import { ScopeArgs, scopeOf } from '../scope.args.js';
import { selectedFields } from '../selected-fields.js';
import { parseGlobalId } from './global-id.js';
import { Node } from './node.interface.js';
import { NodeRegistry } from './node-registry.js';

@ArgsType()
export class NodesArgs extends ScopeArgs {
  @Field(() => [ID], { description: 'The global IDs, 1 to 100.' })
  ids!: string[];
}

@Resolver(() => Node)
export class NodeResolver {
  constructor(private readonly registry: NodeRegistry) {}

  @Calls({ finds: 'named' })
  @Query(() => Node, {
    nullable: true,
    description:
      'Anything by its global ID, in the languages of Accept-Language; null when there is none. `nodes` takes a locale.',
  })
  node(
    // Nothing beside it: Relay's compiler refuses to fetch anew by a `node` that takes more.
    @Args('id', { type: () => ID, description: 'The global ID.' }) id: string,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Node | null> {
    return this.find(id, {}, context, info);
  }

  @Calls({ finds: 'named' })
  @Query(() => [Node], {
    nullable: 'itemsAndList',
    description: 'Things by their global IDs, in the order asked; null where there is none.',
  })
  nodes(
    @Args() args: NodesArgs,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Node | null>[] {
    const { length } = args.ids;
    if (length < 1 || length > 100) throw new BadUserInputError(`\`ids\` has ${length} IDs; it takes 1 to 100.`);
    return args.ids.map((id) => this.find(id, args, context, info));
  }

  private async find(
    id: string,
    args: ScopeArgs,
    context: RequestContext,
    info: GraphQLResolveInfo,
  ): Promise<Node | null> {
    const globalId = parseGlobalId(id);
    const scope = scopeOf(args, context);
    if (globalId === null) return null;
    return this.registry.find(globalId, scope, selectedFields(info, globalId.type), context);
  }
}
