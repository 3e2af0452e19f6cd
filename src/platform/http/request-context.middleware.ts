import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { firstLocaleOf } from '../locale/locale.js';
import { runInRequest } from '../request/current-request.js';
import { newRequestContext } from '../request/request-context.js';

/** Gives each request a context and an ID, its caller's own if that is harmless, and says it in the answer. */
export function requestContext(request: Request, response: Response, next: NextFunction): void {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  runInRequest(request, newRequestContext(id, firstLocaleOf(request.headers['accept-language'] ?? '')), next);
}
