import { CodedError } from '../errors/coded-error.js';
import type { RequestContext } from './request-context.js';

/** What one request may not have, while others may: whoever waits for the same work tries again for itself. */
export abstract class OwnRefusalError extends CodedError {
  constructor(
    message: string,
    private readonly refused: RequestContext,
  ) {
    super(message);
  }

  isFor(request: RequestContext | undefined): boolean {
    return this.refused === request;
  }
}
