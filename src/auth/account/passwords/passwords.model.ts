import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { InvalidInputError } from '../../../platform/graphql/user-errors/input-issue.model.js';
import { resultUnion } from '../../../platform/graphql/user-errors/result-union.js';
import {
  InvalidCredentialsError,
  InvalidTokenError,
  MailUnavailableError,
  PasswordTooWeakError,
  TooManyAttemptsError,
} from '../../auth.errors.js';
import { AuthSuccess, TokenDelivery } from '../../auth.model.js';

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

export const RequestPasswordResetResult = resultUnion('RequestPasswordResetResult', 'requestPasswordReset', [
  RequestPasswordResetSuccess,
  InvalidInputError,
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
