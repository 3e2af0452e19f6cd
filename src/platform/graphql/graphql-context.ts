import type { Request } from 'express';
import type { RequestContext } from '../request/request-context.js';

/** The context of resolvers: the request's, and its HTTP side for guards. */
export interface GraphqlContext extends RequestContext {
  readonly req: Request;
}
