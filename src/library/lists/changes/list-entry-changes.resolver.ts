import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Calls } from '../../../platform/graphql/limits/cost/calls.decorator.js';
import { added, ChangeAnswers, deletedIdOf } from '../../changes/change-answers.service.js';
import { NeedsViewer } from '../../../platform/graphql/access/access.decorator.js';
import type { Scope } from '../../../platform/locale/locale.js';
import type { RequestContext } from '../../../platform/request/request-context.js';
import { listShelf } from '../../shelves/shelves.js';
import { toList } from '../list.mapper.js';
import { readAddToList, readMoveListItem, readRemoveFromList } from './list-change.readers.js';
import { AddToListResult, MoveListItemResult, RemoveFromListResult } from './list-change.results.js';
import type { ListEntryAdded } from './list-entry-changes.js';
import { AddToListInput, MoveListItemInput, RemoveFromListInput } from './list.inputs.js';

/** What is in lists, and in which order. */
@Resolver()
export class ListEntryChangesResolver {
  constructor(private readonly answers: ChangeAnswers) {}

  @Calls({ calls: 1 })
  @Mutation(() => AddToListResult, {
    nullable: true,
    description: 'Puts a film into a list. One that is in it already stays where it is.',
  })
  @NeedsViewer()
  addToList(
    @Args('input', { description: 'What to add, and where.' }) input: AddToListInput,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answers.answer(readAddToList, input, { context, info }, placed('AddToListSuccess'));
  }

  @Mutation(() => RemoveFromListResult, {
    nullable: true,
    description: 'Takes a film from a list, if it is in it.',
  })
  @NeedsViewer()
  removeFromList(
    @Args('input', { description: 'What to remove.' }) input: RemoveFromListInput,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answers.answer(readRemoveFromList, input, { context, info }, (done, scope) => ({
      __typename: 'RemoveFromListSuccess',
      deletedId: deletedIdOf(done),
      list: done.list && toList(done.list, scope),
    }));
  }

  @Mutation(() => MoveListItemResult, { nullable: true, description: 'Moves an entry within its list.' })
  @NeedsViewer()
  moveListItem(
    @Args('input', { description: 'What to move, and where.' }) input: MoveListItemInput,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answers.answer(readMoveListItem, input, { context, info }, placed('MoveListItemSuccess'));
  }
}

function placed<Name extends string>(name: Name) {
  const toSuccess = added(name, listShelf);
  return (done: ListEntryAdded, scope: Scope) => ({ ...toSuccess(done, scope), list: toList(done.list, scope) });
}
