import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { InvalidInputError } from '../../platform/graphql/user-errors/input-issue.model.js';
import { resultUnion } from '../../platform/graphql/user-errors/result-union.js';
import { User } from '../../users/user.model.js';
import {
  EmailTakenError,
  InvalidCredentialsError,
  InvalidTokenError,
  MailUnavailableError,
  PasswordTooWeakError,
  TooManyAttemptsError,
} from '../auth.errors.js';
import { AuthSuccess, TokenDelivery } from '../auth.model.js';

@InputType({ description: 'What a new password needs.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password so far.' })
  currentPassword!: string;

  @Field(() => String, {
    description: 'At least 15 characters (the server may ask for another number), hard to guess.',
  })
  newPassword!: string;

  @Field(() => TokenDelivery, {
    nullable: true,
    defaultValue: TokenDelivery.PAYLOAD,
    description: 'How the refresh token comes.',
  })
  tokenDelivery?: TokenDelivery | null;
}

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

@InputType({ description: 'Whose password is forgotten.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'The address of the account.' })
  email!: string;
}

@InputType({ description: 'What resetting a password needs.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'The token of the mail, or of an operator.' })
  token!: string;

  @Field(() => String, {
    description: 'At least 15 characters (the server may ask for another number), hard to guess.',
  })
  newPassword!: string;
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

@ObjectType({ description: 'If the address has an account, a mail is on its way; which of both is not told.' })
class RequestPasswordResetSuccess {
  readonly __typename = 'RequestPasswordResetSuccess';

  @Field(() => String, { description: 'A sentence that may be shown as it is.' })
  message!: string;
}

@ObjectType({ description: 'The password is changed, and all sessions are ended: sign in with the new one.' })
class ResetPasswordSuccess {
  readonly __typename = 'ResetPasswordSuccess';

  @Field(() => String, { description: 'A sentence that may be shown as it is.' })
  message!: string;
}

export const ChangePasswordResult = resultUnion('ChangePasswordResult', 'changePassword', [
  AuthSuccess,
  InvalidCredentialsError,
  InvalidInputError,
  PasswordTooWeakError,
  TooManyAttemptsError,
] as const);

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

export const RequestPasswordResetResult = resultUnion('RequestPasswordResetResult', 'requestPasswordReset', [
  RequestPasswordResetSuccess,
  MailUnavailableError,
  TooManyAttemptsError,
] as const);

export const ResetPasswordResult = resultUnion('ResetPasswordResult', 'resetPassword', [
  ResetPasswordSuccess,
  InvalidInputError,
  InvalidTokenError,
  PasswordTooWeakError,
  TooManyAttemptsError,
] as const);
