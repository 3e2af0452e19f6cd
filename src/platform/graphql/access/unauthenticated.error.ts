import { CodedError } from '../../errors/coded-error.js';

/** Nobody is signed in. One message whatever the reason: a refused token tells nothing about itself. */
export class UnauthenticatedError extends CodedError {
  override readonly name = 'UnauthenticatedError';
  readonly code = 'UNAUTHENTICATED';

  constructor() {
    super('Sign in first: the access token is missing, or is not accepted.');
  }
}
