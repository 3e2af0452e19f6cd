import { CodedError } from '../errors/coded-error.js';
import type { RequestContext } from '../request/request-context.js';
import type { Flight, Landing } from './single-flight.js';

/** A load that knows its own end is to tell it first. */
const graceMs = 50;

/** Whoever wanted it waited long enough, or went away. */
export class ReadGivenUpError extends CodedError {
  override readonly name = 'ReadGivenUpError';
  readonly code = 'UPSTREAM_UNAVAILABLE';
  override readonly details = { retryable: true };

  constructor() {
    super('What was asked for did not come in time.');
  }
}

/** The outcome of a flight for one request: no longer than that waits, however long others do. */
export function waitAs(request: RequestContext | undefined, { errand, promise }: Flight): Promise<Landing> {
  if (request === undefined) {
    errand.keep();
    return promise;
  }
  const { signal, deadlineAt } = request;
  const leave = errand.join(deadlineAt);
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      release();
      reject(new ReadGivenUpError());
    };
    const timer = deadlineAt === Infinity ? undefined : setTimeout(giveUp, deadlineAt + graceMs - Date.now());
    signal.addEventListener('abort', giveUp);
    const release = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      leave();
    };
    promise.then(resolve, reject).finally(release);
    if (signal.aborted) giveUp();
  });
}
