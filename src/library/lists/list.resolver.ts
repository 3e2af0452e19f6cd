import { Args, ArgsType, Context, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewersService } from '../../auth/viewers/viewers.service.js';
import { OpenToEveryone } from '../../platform/graphql/access/access.decorator.js';
import { parseGlobalId } from '../../platform/graphql/nodes/global-id.js';
import { isUuid } from '../../platform/graphql/nodes/uuid.js';
import { ScopeArgs, scopeOf } from '../../platform/graphql/scope.args.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { ListEntriesArgs } from '../shelves/shelf.args.js';
import { toShelfConnection } from '../shelves/shelf-connection.mapper.js';
import { listShelf } from '../shelves/shelves.js';
import { ShelvesService } from '../shelves/shelves.service.js';
import { ListFactsLoader } from './list-facts.loader.js';
import { ListOwner } from './list-owner.model.js';
import { ListEntryConnection } from './list-entry.model.js';
import { toList } from './list.mapper.js';
import { List } from './list.model.js';
import { ListsService } from './lists.service.js';

@ArgsType()
export class ListArgs extends ScopeArgs {
  @Field(() => ID, { description: 'The global ID.' })
  id!: string;
}

/** Lists and their films; whoever holds a `List` may see it. */
@Resolver(() => List)
export class ListResolver {
  constructor(
    private readonly lists: ListsService,
    private readonly facts: ListFactsLoader,
    private readonly shelves: ShelvesService,
    private readonly viewers: ViewersService,
  ) {}

  @Query(() => List, {
    nullable: true,
    description: "A list: one of the viewer's, or an unlisted one of anybody's; null when there is none to be seen.",
  })
  @OpenToEveryone()
  async list(@Args() args: ListArgs, @Context() context: RequestContext): Promise<List | null> {
    const scope = scopeOf(args, context);
    const viewer = await this.viewers.find(context);
    const named = parseGlobalId(args.id);
    if (named?.type !== 'List' || !isUuid(named.key)) return null;
    const list = await this.lists.findVisible(named.key, viewer?.user.id ?? null);
    return list && toList(list, scope);
  }

  @ResolveField(() => ListEntryConnection, {
    nullable: true,
    description: 'Its films. Ratings and viewings that it is sorted or filtered by are those of the viewer.',
  })
  @OpenToEveryone()
  async entries(@Parent() { listId, scope }: List, @Args() args: ListEntriesArgs, @Context() context: RequestContext) {
    const viewer = await this.viewers.find(context);
    const view = { ownerId: listId, viewerId: viewer?.user.id ?? null };
    return toShelfConnection(listShelf, await this.shelves.read(listShelf, view, args, scope.locale), scope);
  }

  @ResolveField(() => Int, { nullable: true, description: 'How many films it has.' })
  @OpenToEveryone()
  entryCount(@Parent() { listId }: List, @Context() context: RequestContext): Promise<number> {
    return this.facts.entryCount(listId, context);
  }

  @ResolveField(() => ListOwner, { nullable: true, description: 'Who keeps it.' })
  @OpenToEveryone()
  async owner(@Parent() { userId }: List, @Context() context: RequestContext): Promise<ListOwner> {
    return { displayName: await this.facts.displayName(userId, context) };
  }

  @ResolveField(() => Boolean, { nullable: true, description: 'Whether the viewer keeps it.' })
  @OpenToEveryone()
  async isOwn(@Parent() { userId }: List, @Context() context: RequestContext): Promise<boolean> {
    const viewer = await this.viewers.find(context);
    return viewer?.user.id === userId;
  }
}
