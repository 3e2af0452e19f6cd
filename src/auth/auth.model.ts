import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InvalidInputError } from '../platform/graphql/user-errors/input-issue.model.js';
import { resultUnion } from '../platform/graphql/user-errors/result-union.js';
import { DateTimeScalar } from '../platform/graphql/scalars/output.scalars.js';
import { User } from '../users/user.model.js';
import {
  EmailTakenError,
  InvalidCredentialsError,
  PasswordTooWeakError,
  SessionExpiredError,
  TooManyAttemptsError,
} from './auth.errors.js';

export enum TokenDelivery {
  PAYLOAD = 'PAYLOAD',
  COOKIE = 'COOKIE',
}

registerEnumType(TokenDelivery, {
  name: 'TokenDelivery',
  description: 'How a client gets its refresh token.',
  valuesMap: {
    PAYLOAD: { description: 'In the answer, for apps that can keep it safe.' },
    COOKIE: { description: 'In an HttpOnly cookie, for pages: no script can read it.' },
  },
});

const delivery = { nullable: true, defaultValue: TokenDelivery.PAYLOAD, description: 'How the refresh token comes.' };

@InputType({ description: 'What a new account needs.' })
export class RegisterInput {
  @Field(() => String, { description: 'The address to sign in with, such as `ana@example.com`.' })
  email!: string;

  @Field(() => String, {
    description: 'At least 15 characters (the server may ask for another number), hard to guess.',
  })
  password!: string;

  @Field(() => TokenDelivery, delivery)
  tokenDelivery?: TokenDelivery | null;
}

@InputType({ description: 'What signing in needs.' })
export class LoginInput {
  @Field(() => String, { description: 'The address of the account.' })
  email!: string;

  @Field(() => String, { description: 'Its password.' })
  password!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The `deviceToken` of an earlier sign-in: guesses of strangers then do not hold this device up.',
  })
  deviceToken?: string | null;

  @Field(() => TokenDelivery, delivery)
  tokenDelivery?: TokenDelivery | null;
}

@InputType({ description: 'What a new access token needs.' })
export class RefreshSessionInput {
  @Field(() => String, { nullable: true, description: 'The present refresh token; left out, that of the cookie.' })
  refreshToken?: string | null;
}

@InputType({ description: 'Which session to end.' })
export class LogoutInput {
  @Field(() => String, {
    nullable: true,
    description: "A refresh token of the session; left out, the cookie's, and the access token's session.",
  })
  refreshToken?: string | null;
}

@InputType({ description: 'Which session to end.' })
export class RevokeSessionInput {
  @Field(() => String, { description: 'The global ID of the `Session`.' })
  sessionId!: string;
}

@ObjectType({ description: 'Somebody is signed in.' })
export class AuthSuccess {
  readonly __typename = 'AuthSuccess';

  @Field(() => String, { description: 'Send it as `Authorization: Bearer …`.' })
  accessToken!: string;

  @Field(() => DateTimeScalar, { description: 'When it ends: ask `refreshSession` by then.' })
  accessTokenExpiresAt!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'For `refreshSession`, once; null where it comes as a cookie. Whoever has it is signed in: keep it safe.',
  })
  refreshToken!: string | null;

  @Field(() => DateTimeScalar, { description: 'When the session ends if it is not refreshed before.' })
  refreshTokenExpiresAt!: string;

  @Field(() => String, { nullable: true, description: 'For `login` on this device from now on; null after a refresh.' })
  deviceToken!: string | null;

  @Field(() => User, { description: 'The account.' })
  user!: User;
}

@ObjectType({ description: 'The session is ended.' })
export class LogoutSuccess {
  readonly __typename = 'LogoutSuccess';

  @Field(() => Boolean, { description: 'Whether there was one to end.' })
  endedSession!: boolean;
}

@ObjectType({ description: 'All sessions of the account are ended, this one included.' })
export class LogoutEverywhereSuccess {
  readonly __typename = 'LogoutEverywhereSuccess';

  @Field(() => Int, { description: 'How many there were.' })
  endedSessions!: number;
}

@ObjectType({ description: 'The session is ended.' })
class RevokeSessionSuccess {
  readonly __typename = 'RevokeSessionSuccess';

  @Field(() => String, { nullable: true, description: 'The ID of the session; null where there was none.' })
  deletedId!: string | null;

  @Field(() => User, { description: 'The account.' })
  user!: User;
}

export const RegisterResult = resultUnion('RegisterResult', 'register', [
  AuthSuccess,
  EmailTakenError,
  InvalidInputError,
  PasswordTooWeakError,
  TooManyAttemptsError,
] as const);

export const LoginResult = resultUnion('LoginResult', 'login', [
  AuthSuccess,
  InvalidCredentialsError,
  TooManyAttemptsError,
] as const);

export const RefreshSessionResult = resultUnion('RefreshSessionResult', 'refreshSession', [
  AuthSuccess,
  SessionExpiredError,
] as const);

export const LogoutResult = resultUnion('LogoutResult', 'logout', [LogoutSuccess] as const);

export const LogoutEverywhereResult = resultUnion('LogoutEverywhereResult', 'logoutEverywhere', [
  LogoutEverywhereSuccess,
] as const);

export const RevokeSessionResult = resultUnion('RevokeSessionResult', 'revokeSession', [
  RevokeSessionSuccess,
  InvalidInputError,
] as const);
