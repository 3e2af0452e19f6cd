import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import type { RequestContext } from './request-context.js';

const storage = new AsyncLocalStorage<RequestContext>();
const contexts = new WeakMap<IncomingMessage, RequestContext>();

/** Runs the handling of a request inside its context. */
export function runInRequest(request: IncomingMessage, context: RequestContext, handle: () => void): void {
  contexts.set(request, context);
  storage.run(context, handle);
}

/** The request that the code now running serves; undefined outside of one, as at start. For logs and counts only. */
export function currentRequest(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs work that goes on for nobody in particular, such as a refresh behind an answer. */
export function outsideRequest<T>(work: () => T): T {
  return storage.exit(work);
}

/** The context of a request at hand, also after its handling has ended. */
export function contextOfRequest(request: IncomingMessage): RequestContext | undefined {
  return contexts.get(request);
}
