import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { InvalidInputError } from '../../platform/graphql/user-errors/input-issue.model.js';
import { resultUnion } from '../../platform/graphql/user-errors/result-union.js';
import { User } from '../../users/user.model.js';
import { EmailTakenError, InvalidCredentialsError, TooManyAttemptsError } from '../auth.errors.js';

@InputType({ description: 'What a new address needs.' })
export class ChangeEmailInput {
  @Field(() => String, { description: 'The new address.' })
  email!: string;

  @Field(() => String, { description: 'The password of the account.' })
  password!: string;
}

@InputType({ description: 'What changes; what is left out stays, and null takes it away.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'What others see them called: 1 to 50 characters.' })
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'A BCP 47 tag, such as `pt-BR`.' })
  defaultLocale?: string | null;

  @Field(() => String, { nullable: true, description: 'An ISO 3166-1 alpha-2 code, such as `BR`.' })
  defaultRegion?: string | null;
}

@InputType({ description: 'What deleting an account needs.' })
export class DeleteAccountInput {
  @Field(() => String, { description: 'The password of the account.' })
  password!: string;
}

@ObjectType({ description: 'The account has changed.' })
export class AccountChanged {
  readonly __typename = 'AccountChanged';

  @Field(() => User, { description: 'The account as it is now.' })
  user!: User;
}

@ObjectType({ description: 'The account is gone, with all that it kept.' })
class DeleteAccountSuccess {
  readonly __typename = 'DeleteAccountSuccess';

  @Field(() => String, { description: 'The global ID that the `User` had.' })
  deletedUserId!: string;
}

export const ChangeEmailResult = resultUnion('ChangeEmailResult', 'changeEmail', [
  AccountChanged,
  EmailTakenError,
  InvalidCredentialsError,
  InvalidInputError,
  TooManyAttemptsError,
] as const);

export const UpdateProfileResult = resultUnion('UpdateProfileResult', 'updateProfile', [
  AccountChanged,
  InvalidInputError,
] as const);

export const DeleteAccountResult = resultUnion('DeleteAccountResult', 'deleteAccount', [
  DeleteAccountSuccess,
  InvalidCredentialsError,
  TooManyAttemptsError,
] as const);
