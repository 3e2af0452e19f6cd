import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestContext } from './request-context.js';

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs the handling of a request inside its context. */
export function runInRequest<T>(context: RequestContext, handle: () => T): T {
  return storage.run(context, handle);
}

/** The request that the code now running serves; undefined outside of one, as at start. For logs and counts only. */
export function currentRequest(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs work that goes on for nobody in particular, such as a refresh behind an answer. */
export function outsideRequest<T>(work: () => T): T {
  return storage.exit(work);
}
