import type { ErrorCode } from './error-code.js';

/**
 * A planned failure whose message may be shown to clients. Only these pass the error boundary unmasked; `details` is
 * added to the error's extensions.
 */
export abstract class CodedError extends Error {
  abstract readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>> = {};
}

/** An argument that can't be used; the message says which and why. */
export class BadUserInputError extends CodedError {
  override readonly name = 'BadUserInputError';
  readonly code = 'BAD_USER_INPUT';
}
