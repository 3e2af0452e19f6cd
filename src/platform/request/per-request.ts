import type { RequestContext } from './request-context.js';

/**
 * Makes one thing per request, such as a DataLoader, out of a singleton: it is made at its first use and forgotten
 * with the context.
 */
export function perRequest<T>(create: (context: RequestContext) => T): (context: RequestContext) => T {
  const made = new WeakMap<RequestContext, T>();
  return (context) => {
    const known = made.get(context);
    if (known !== undefined) return known;
    const fresh = create(context);
    made.set(context, fresh);
    return fresh;
  };
}
