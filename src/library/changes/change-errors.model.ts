import { Field, Int, ObjectType } from '@nestjs/graphql';
import { InvalidInputError } from '../../platform/graphql/user-errors/input-issue.model.js';
import { UserError } from '../../platform/graphql/user-errors/user-error.interface.js';

@ObjectType({ implements: () => UserError, description: 'TMDb has no such film.' })
class MovieNotFoundError extends UserError {
  readonly __typename = 'MovieNotFoundError';
}

@ObjectType({ implements: () => UserError, description: 'The viewer has no such list.' })
export class ListNotFoundError extends UserError {
  readonly __typename = 'ListNotFoundError';
}

@ObjectType({ implements: () => UserError, description: 'The list has no such entry.' })
export class EntryNotFoundError extends UserError {
  readonly __typename = 'EntryNotFoundError';
}

@ObjectType({ implements: () => UserError, description: 'There are as many as there can be.' })
export class LimitReachedError extends UserError {
  readonly __typename = 'LimitReachedError';

  @Field(() => Int, { description: 'How many there can be.' })
  limit!: number;
}

@ObjectType({ description: 'A change that keeps all the others from being made.' })
export class LibraryChangeFailure {
  @Field(() => Int, { description: 'Its place in `changes`, from 0.' })
  index!: number;

  @Field(() => UserError, { description: 'What is wrong with it.' })
  error!: UserError;
}

@ObjectType({ implements: () => UserError, description: 'None of the changes was made, because of some of them.' })
export class LibraryChangesRejectedError extends UserError {
  readonly __typename = 'LibraryChangesRejectedError';

  @Field(() => [LibraryChangeFailure], {
    description:
      'The changes at fault, by index: all whose input can not be used or whose film is missing, else the first refused.',
  })
  failures!: readonly LibraryChangeFailure[];
}

/** What may be answered in place of the success, when a film is added to something. */
export const additionErrors = [MovieNotFoundError, LimitReachedError, InvalidInputError] as const;
