import { Field, Int, ObjectType } from '@nestjs/graphql';
import { UserError } from '../platform/graphql/user-errors/user-error.interface.js';

const message = { description: 'A sentence that may be shown as it is.' };
const field = { nullable: true, description: 'The path of the input field at fault; null where it is none of them.' };

@ObjectType({ isAbstract: true })
abstract class PlainError {
  @Field(() => String, message)
  message!: string;

  @Field(() => [String], field)
  field!: readonly string[] | null;
}

@ObjectType({ implements: () => UserError, description: 'The address has an account already.' })
export class EmailTakenError extends PlainError implements UserError {
  readonly __typename = 'EmailTakenError';
}

@ObjectType({ implements: () => UserError, description: 'The password is easily guessed, and nothing else is wrong.' })
export class PasswordTooWeakError extends PlainError implements UserError {
  readonly __typename = 'PasswordTooWeakError';
}

@ObjectType({
  implements: () => UserError,
  description: 'No account has this address and password. Which of the two is wrong is not told.',
})
export class InvalidCredentialsError extends PlainError implements UserError {
  readonly __typename = 'InvalidCredentialsError';
}

@ObjectType({
  implements: () => UserError,
  description: 'Too many guesses, or too many passwords to be looked at for the moment. Nothing was tried.',
})
export class TooManyAttemptsError extends PlainError implements UserError {
  readonly __typename = 'TooManyAttemptsError';

  @Field(() => Int, { description: 'How long to wait before the next try.' })
  retryAfterSeconds!: number;
}

@ObjectType({
  implements: () => UserError,
  description: 'The refresh token is not, or no longer, good: the person signs in again.',
})
export class SessionExpiredError extends PlainError implements UserError {
  readonly __typename = 'SessionExpiredError';
}

@ObjectType({ implements: () => UserError, description: 'The token is used up, too old, or none of ours.' })
export class InvalidTokenError extends PlainError implements UserError {
  readonly __typename = 'InvalidTokenError';
}

@ObjectType({ implements: () => UserError, description: 'This server sends no mail; see `about.sendsMail`.' })
export class MailUnavailableError extends PlainError implements UserError {
  readonly __typename = 'MailUnavailableError';
}
