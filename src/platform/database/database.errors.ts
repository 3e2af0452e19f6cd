import { CodedError } from '../errors/coded-error.js';

/** PostgreSQL can not be reached, or does not answer in time. Whether a write was done before is not known. */
export class ServiceUnavailableError extends CodedError {
  override readonly name = 'ServiceUnavailableError';
  readonly code = 'SERVICE_UNAVAILABLE';
  override readonly details = { retryable: true, retryAfterSeconds: 1 };

  constructor(options?: ErrorOptions) {
    super('Accounts and libraries can not be reached for now.', options);
  }
}
