import type { CallBudget } from '../platform/budget/call-budget.js';
import { currentRequest } from '../platform/request/current-request.js';
import { OwnRefusalError } from '../platform/request/own-refusal.error.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { UpstreamBusyError, UpstreamUnavailableError } from './tmdb.errors.js';
import type { AttemptLimit } from './transport/transport-options.js';

/** How often one request may ask TMDb, retries counted: far above what any page of films needs. */
export const upstreamCallLimit = 200;

/** A request that needs more of TMDb than one may take; what it had until then stands. */
class UpstreamCallLimitError extends OwnRefusalError {
  override readonly name = 'UpstreamCallLimitError';
  readonly code = 'DOCUMENT_LIMIT_EXCEEDED';
  override readonly details = {
    limit: 'upstreamCalls',
    allowed: upstreamCallLimit,
    actual: upstreamCallLimit + 1,
  } as const;

  constructor(request: RequestContext) {
    super(`The request needs over ${upstreamCallLimit} calls to the film database; ask for less at once.`, request);
  }
}

/**
 * Counts a call for the request it is made for, and against the budget of its client, before it goes out, so that calls
 * side by side count too. What runs outside of a request is neither counted nor held back.
 *
 * Its calls throw an UpstreamCallLimitError in place of the first over the limit and of all after it, and a
 * RateLimitedError where the budget is used up.
 */
export function countedCalls(budget: CallBudget): AttemptLimit {
  return async (call) => {
    const request = currentRequest();
    if (request === undefined) return call();
    if (request.trace.upstreamCalls >= upstreamCallLimit) throw new UpstreamCallLimitError(request);
    const settle = budget.reserve(request);
    request.trace.upstreamCalls += 1;
    let isMade = true;
    try {
      return await call();
    } catch (error) {
      isMade = !isHeldBack(error);
      throw error;
    } finally {
      settle(isMade);
    }
  };
}

/** Whether TMDb was not asked after all. A call that failed comes back as a value, so that it can be repeated. */
function isHeldBack(error: unknown): boolean {
  return error instanceof UpstreamBusyError || error instanceof UpstreamUnavailableError;
}
