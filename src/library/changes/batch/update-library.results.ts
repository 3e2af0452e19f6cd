import { Field, ID, ObjectType } from '@nestjs/graphql';
import { InvalidInputError } from '../../../platform/graphql/user-errors/input-issue.model.js';
import { resultUnion } from '../../../platform/graphql/user-errors/result-union.js';
import type { Scope } from '../../../platform/locale/locale.js';
import { User } from '../../../users/user.model.js';
import { List } from '../../lists/list.model.js';
import { LibraryChangesRejectedError } from '../change-errors.model.js';
import { viewerField } from '../film-change-success.js';

/** Its films are added by a resolver. */
@ObjectType({ description: 'All of the changes were made.' })
export class UpdateLibrarySuccess {
  readonly __typename = 'UpdateLibrarySuccess';

  @Field(() => [ID], { description: 'The IDs of all that is gone.' })
  deletedIds!: readonly string[];

  @Field(() => [List], { description: 'The lists that were made or changed, as they are now, each once.' })
  lists!: readonly List[];

  @Field(() => User, viewerField)
  viewer!: User;

  /** Of the films that the changes were about, each once. */
  tmdbIds!: readonly number[];

  /** The language and country the films are read in. */
  scope!: Scope;
}

export const UpdateLibraryResult = resultUnion('UpdateLibraryResult', 'updateLibrary', [
  UpdateLibrarySuccess,
  LibraryChangesRejectedError,
  InvalidInputError,
] as const);
