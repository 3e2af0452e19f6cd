import type { Issue, InvalidInput } from '../platform/input/input-issues.js';
import type {
  EmailTakenError,
  InvalidCredentialsError,
  InvalidTokenError,
  MailUnavailableError,
  PasswordTooWeakError,
  SessionExpiredError,
  TooManyAttemptsError,
} from './auth.errors.js';

/** The errors of signing in, as services give them. */

export type PasswordRefusal = InvalidInput | PasswordTooWeakError;

/** For a text that is no address, where it is all that can be wrong. */
export function invalidEmail(): InvalidInput {
  const field = ['input', 'email'];
  const message = 'This is no address of mail, such as ana@example.com.';
  return { __typename: 'InvalidInputError', message, field, issues: [{ field, code: 'INVALID', message }] };
}

export const emailTaken = (): EmailTakenError => ({
  __typename: 'EmailTakenError',
  message: 'This address has an account already.',
  field: ['input', 'email'],
});

export const invalidCredentials = (): InvalidCredentialsError => ({
  __typename: 'InvalidCredentialsError',
  message: 'No account has this address and password.',
  field: null,
});

/** Of somebody signed in, whose address is not in question. `field`: where in the input it was. */
export const wrongPassword = (field: string): InvalidCredentialsError => ({
  __typename: 'InvalidCredentialsError',
  message: 'This is not the password of your account.',
  field: ['input', field],
});

export const tooManyAttempts = (retryAfterSeconds: number): TooManyAttemptsError => ({
  __typename: 'TooManyAttemptsError',
  message: `Too many attempts. Try again in ${retryAfterSeconds} seconds.`,
  field: null,
  retryAfterSeconds,
});

export const sessionExpired = (): SessionExpiredError => ({
  __typename: 'SessionExpiredError',
  message: 'You are signed out. Sign in again.',
  field: null,
});

export const passwordTooWeak = ({ message, field }: Issue): PasswordTooWeakError => ({
  __typename: 'PasswordTooWeakError',
  message,
  field,
});

export const invalidToken = (): InvalidTokenError => ({
  __typename: 'InvalidTokenError',
  message: 'This link is used up or too old. Ask for a new one.',
  field: ['input', 'token'],
});

export const mailUnavailable = (): MailUnavailableError => ({
  __typename: 'MailUnavailableError',
  message: 'This server sends no mail. Ask whoever runs it.',
  field: null,
});
