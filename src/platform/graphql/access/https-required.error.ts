import { CodedError } from '../../errors/coded-error.js';

/** What is secret was about to go, or has come, where anyone on the way can read it. */
export class HttpsRequiredError extends CodedError {
  override readonly name = 'HttpsRequiredError';
  readonly code = 'HTTPS_REQUIRED';

  constructor() {
    super('Passwords and tokens are taken by HTTPS only.');
  }
}
