import { Field, ID, ObjectType } from '@nestjs/graphql';
import {
  additionErrors,
  EntryNotFoundError,
  LimitReachedError,
  ListNotFoundError,
} from '../../changes/change-errors.model.js';
import { AdditionOf, FilmChangeSuccess, Removal, viewerField } from '../../changes/film-change-success.js';
import { InvalidInputError } from '../../../platform/graphql/user-errors/input-issue.model.js';
import { resultUnion } from '../../../platform/graphql/user-errors/result-union.js';
import { User } from '../../../users/user.model.js';
import { ListEntryEdge } from '../list-entry.model.js';
import { List, ListEdge } from '../list.model.js';

const listField = { description: 'The list as it is now.' };

@ObjectType({ description: 'The list was made.' })
class CreateListSuccess {
  readonly __typename = 'CreateListSuccess';

  @Field(() => ListEdge, { description: 'The list, with its place among the others.' })
  edge!: ListEdge;

  @Field(() => User, viewerField)
  viewer!: User;
}

@ObjectType({ description: 'The list is as it should be.' })
class UpdateListSuccess {
  readonly __typename = 'UpdateListSuccess';

  @Field(() => List, listField)
  list!: List;

  @Field(() => User, viewerField)
  viewer!: User;
}

@ObjectType({ description: 'There is no such list any more.' })
class DeleteListSuccess {
  readonly __typename = 'DeleteListSuccess';

  @Field(() => ID, { nullable: true, description: 'The ID of the list that is gone; null when it was not there.' })
  deletedId!: string | null;

  @Field(() => User, viewerField)
  viewer!: User;
}

@ObjectType({ implements: () => FilmChangeSuccess, description: 'The film is in the list.' })
class AddToListSuccess extends AdditionOf<ListEntryEdge>(() => ListEntryEdge) {
  readonly __typename = 'AddToListSuccess';

  @Field(() => List, listField)
  list!: List;
}

@ObjectType({ implements: () => FilmChangeSuccess, description: 'The film is not in the list.' })
class RemoveFromListSuccess extends Removal {
  readonly __typename = 'RemoveFromListSuccess';

  @Field(() => List, { nullable: true, description: 'The list as it is now; null when the viewer has none such.' })
  list!: List | null;
}

@ObjectType({ implements: () => FilmChangeSuccess, description: 'The entry stands where it should.' })
class MoveListItemSuccess extends AdditionOf<ListEntryEdge>(() => ListEntryEdge) {
  readonly __typename = 'MoveListItemSuccess';

  @Field(() => List, listField)
  list!: List;
}

export const CreateListResult = resultUnion('CreateListResult', 'createList', [
  CreateListSuccess,
  LimitReachedError,
  InvalidInputError,
] as const);

export const UpdateListResult = resultUnion('UpdateListResult', 'updateList', [
  UpdateListSuccess,
  ListNotFoundError,
  InvalidInputError,
] as const);

export const DeleteListResult = resultUnion('DeleteListResult', 'deleteList', [
  DeleteListSuccess,
  InvalidInputError,
] as const);

export const AddToListResult = resultUnion('AddToListResult', 'addToList', [
  AddToListSuccess,
  ListNotFoundError,
  EntryNotFoundError,
  ...additionErrors,
] as const);

export const RemoveFromListResult = resultUnion('RemoveFromListResult', 'removeFromList', [
  RemoveFromListSuccess,
  InvalidInputError,
] as const);

export const MoveListItemResult = resultUnion('MoveListItemResult', 'moveListItem', [
  MoveListItemSuccess,
  ListNotFoundError,
  EntryNotFoundError,
  InvalidInputError,
] as const);
