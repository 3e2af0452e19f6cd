import { OwnRefusalError } from '../request/own-refusal.error.js';
import type { RequestContext } from '../request/request-context.js';

/** A client or an account has used up its calls upstream for now. What is cached is still answered. */
export class RateLimitedError extends OwnRefusalError {
  override readonly name = 'RateLimitedError';
  readonly code = 'RATE_LIMITED';
  override readonly details;

  /** Whole seconds. */
  constructor(request: RequestContext, retryAfterSeconds: number) {
    super('You have asked for more from the film database than you may at once; what is known is still told.', request);
    this.details = { retryable: true, retryAfterSeconds } as const;
  }
}
