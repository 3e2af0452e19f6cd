import type { RequestContext } from './request-context.js';

/**
 * Makes one thing per request, such as a DataLoader, out of a singleton: it is made at its first use and forgotten
 * with the request.
 */
export function perRequest<T>(create: (context: RequestContext) => T): (context: RequestContext) => T {
  return (context) => {
    const known = context.kept.get(create);
    // Only what `create` made is kept under it.
    if (known !== undefined) return known as T;
    const fresh = create(context);
    context.kept.set(create, fresh);
    return fresh;
  };
}
