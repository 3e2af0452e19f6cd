import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { AppConfig } from '../../config/app-config.js';
import { acceptedLocalesOf } from '../locale/locale.js';
import { runInRequest } from '../request/current-request.js';
import { newRequestContext } from '../request/request-context.js';
import { clientAddressOf } from './client-address.js';

/** What a request may take beyond the deadline of one call to TMDb before it is given up. */
const graceMs = 200;

/** Gives each request a context and an ID, its caller's own if that is harmless, and says it in the answer. */
export function requestContext({ http, tmdb }: Pick<AppConfig, 'http' | 'tmdb'>): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
    response.setHeader('X-Request-Id', requestId);
    const context = newRequestContext({
      requestId,
      acceptedLocales: acceptedLocalesOf(request.headers['accept-language'] ?? ''),
      client: clientAddressOf(request, http.trustedProxies),
      signal: abandonment(response),
      patienceMs: tmdb.deadlineMs + graceMs,
    });
    runInRequest(request, context, next);
  };
}

/** Aborted when the connection closes before the answer is out. */
function abandonment(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
