import type { RequestHandler } from 'express';
import { type LoadShedder, retryAfterSeconds } from '../process/load-shedder.js';
import { refuse } from './graphql-request.middleware.js';

/** Refuses requests while the event loop is late. What they take is not known here, and so each counts as cold. */
export function shedLoad(shedder: LoadShedder): RequestHandler {
  return (_request, response, next) => {
    if (shedder.admits('cold')) {
      next();
      return;
    }
    response.setHeader('Retry-After', String(retryAfterSeconds));
    refuse(response, 503, 'SERVER_OVERLOADED', 'The server is asked too much at the moment.', { retryAfterSeconds });
  };
}
