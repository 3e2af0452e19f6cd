import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ChangeAnswers, removed } from '../../changes/change-answers.service.js';
import { NeedsViewer } from '../../../platform/graphql/access/access.decorator.js';
import type { RequestContext } from '../../../platform/request/request-context.js';
import { cursorOfList } from '../list-connections.service.js';
import { toList } from '../list.mapper.js';
import { readCreateList, readDeleteList, readUpdateList } from './list-change.readers.js';
import { CreateListResult, DeleteListResult, UpdateListResult } from './list-change.results.js';
import { CreateListInput, DeleteListInput, UpdateListInput } from './list.inputs.js';

/** Lists themselves. */
@Resolver()
export class ListChangesResolver {
  constructor(private readonly answers: ChangeAnswers) {}

  @Mutation(() => CreateListResult, { nullable: true, description: 'Makes a list, without films yet.' })
  @NeedsViewer()
  createList(
    @Args('input', { description: 'What to make.' }) input: CreateListInput,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answers.answer(readCreateList, input, { context, info }, ({ list }, scope) => ({
      __typename: 'CreateListSuccess',
      edge: { cursor: cursorOfList(list), node: toList(list, scope) },
    }));
  }

  @Mutation(() => UpdateListResult, {
    nullable: true,
    description: 'Changes what a list is called, what is said of it, or who can see it.',
  })
  @NeedsViewer()
  updateList(
    @Args('input', { description: 'What to change.' }) input: UpdateListInput,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answers.answer(readUpdateList, input, { context, info }, ({ list }, scope) => ({
      __typename: 'UpdateListSuccess',
      list: toList(list, scope),
    }));
  }

  @Mutation(() => DeleteListResult, {
    nullable: true,
    description: 'Deletes a list with all that is in it, if there is such a list.',
  })
  @NeedsViewer()
  deleteList(
    @Args('input', { description: 'What to delete.' }) input: DeleteListInput,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answers.answer(readDeleteList, input, { context, info }, removed('DeleteListSuccess'));
  }
}
