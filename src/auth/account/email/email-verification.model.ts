import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { resultUnion } from '../../../platform/graphql/user-errors/result-union.js';
import { User } from '../../../users/user.model.js';
import { InvalidTokenError, MailUnavailableError, TooManyAttemptsError } from '../../auth.errors.js';

@InputType({ description: 'What verifying an address needs.' })
export class VerifyEmailInput {
  @Field(() => String, { description: 'The token of the mail.' })
  token!: string;
}

@ObjectType({ description: 'A mail is on its way to the address of the account, unless it is verified already.' })
class RequestEmailVerificationSuccess {
  readonly __typename = 'RequestEmailVerificationSuccess';

  @Field(() => User, { description: 'The account.' })
  user!: User;
}

@ObjectType({ description: 'The address is verified. The link may be opened anywhere: it signs nobody in.' })
class VerifyEmailSuccess {
  readonly __typename = 'VerifyEmailSuccess';

  @Field(() => User, {
    nullable: true,
    description: 'The account, for its owner; null for whoever is signed out, or signed in to another.',
  })
  user!: User | null;
}

export const RequestEmailVerificationResult = resultUnion(
  'RequestEmailVerificationResult',
  'requestEmailVerification',
  [RequestEmailVerificationSuccess, MailUnavailableError, TooManyAttemptsError] as const,
);

export const VerifyEmailResult = resultUnion('VerifyEmailResult', 'verifyEmail', [
  VerifyEmailSuccess,
  InvalidTokenError,
] as const);
