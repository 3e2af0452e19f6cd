import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestContext } from '../request/request-context.js';

/** The context of resolvers: the request's, and its HTTP side. */
export interface GraphqlContext extends RequestContext {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}
