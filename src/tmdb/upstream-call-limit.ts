import { CodedError } from '../platform/errors/coded-error.js';
import { currentRequest } from '../platform/request/current-request.js';

/** How often one request may ask TMDb, retries counted: far above what any page of films needs. */
export const upstreamCallLimit = 200;

/** A request that needs more of TMDb than one may take; what it had until then stands. */
class UpstreamCallLimitError extends CodedError {
  override readonly name = 'UpstreamCallLimitError';
  readonly code = 'DOCUMENT_LIMIT_EXCEEDED';
  override readonly details = {
    limit: 'upstreamCalls',
    allowed: upstreamCallLimit,
    actual: upstreamCallLimit + 1,
  } as const;

  constructor() {
    super(`The request needs over ${upstreamCallLimit} calls to the film database; ask for less at once.`);
  }
}

/**
 * Counts a call for the request it is made for, before it goes out, so that calls side by side count too. What runs
 * outside of a request is neither counted nor held back.
 *
 * @throws UpstreamCallLimitError in place of the first call over the limit and of all after it.
 */
export async function countedCall<T>(call: () => Promise<T>): Promise<T> {
  const trace = currentRequest()?.trace;
  if (trace !== undefined) {
    if (trace.upstreamCalls >= upstreamCallLimit) throw new UpstreamCallLimitError();
    trace.upstreamCalls += 1;
  }
  return call();
}
