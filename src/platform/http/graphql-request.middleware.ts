import type { NextFunction, Request, Response } from 'express';
import type { IncomingHttpHeaders } from 'node:http';
import { MIMEType } from 'node:util';
import type { ErrorCode } from '../errors/error-code.js';
import { respond } from '../graphql/error-boundary.js';
import { documentLimits, describeBreach } from '../graphql/limits/limits.js';
import { countTokens } from '../graphql/limits/token-count.js';

/**
 * The types a body may have. None of them is one that a page elsewhere may send unasked, so that a browser asks first.
 */
export const bodyTypes = ['application/json', 'application/graphql-response+json'];

/** Refuses a path below or beside the endpoint's, where Express, which matches by prefix, would answer queries too. */
export function checkPath(request: Request, response: Response, next: NextFunction): void {
  if (request.path === '/graphql' || !/^\/graphql(\/|$)/i.test(request.path)) next();
  else refuse(response, 404, 'NOT_FOUND', 'Nothing is served here; the endpoint is /graphql.');
}

/** Refuses wrong methods and types of body, before a body is read. */
export function checkMethodAndType(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'GET' && request.method !== 'POST') {
    response.setHeader('Allow', 'GET, POST');
    refuse(response, 405, 'METHOD_NOT_ALLOWED', 'GraphQL is asked by POST, or by GET for queries.');
  } else if (request.method === 'POST' && !isBodyTypeUsable(request.headers)) {
    refuse(response, 415, 'UNSUPPORTED_MEDIA_TYPE', 'The body is sent as `application/json` in UTF-8.');
  } else next();
}

/**
 * Refuses what Apollo would answer as a fault of the server, in words about itself or without a number: bodies that
 * are no request, and documents of too many tokens. Runs after the body was parsed.
 */
export function checkGraphqlRequest(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'POST' && !isFilledObject(request.body)) {
    refuse(response, 400, 'BAD_REQUEST', 'The body is a JSON object with a `query`.');
    return;
  }
  const query = queryOf(request);
  // A token takes at least a character, so a short document needs no count.
  const tokens = query.length > documentLimits.tokens ? countTokens(query) : 0;
  if (tokens > documentLimits.tokens) {
    const { message, extensions: details } = describeBreach({ limit: 'tokens', actual: tokens });
    refuse(response, 400, details.code, message, details);
    return;
  }
  next();
}

/** Answers an error in GraphQL's shape. */
export function refuse(
  response: Response,
  status: number,
  code: ErrorCode,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): void {
  // Whoever refuses what is a viewer's has said more already.
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
  response.status(status).json({ errors: [respond(message, code, details)] });
}

/** A body without a type, which only an empty one may be, is refused later for being empty. */
function isBodyTypeUsable(headers: IncomingHttpHeaders): boolean {
  const type = headers['content-type'];
  const isEmpty = headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0';
  if (type === undefined) return isEmpty;
  try {
    const { essence, params } = new MIMEType(type);
    return bodyTypes.includes(essence) && (params.get('charset') ?? 'utf-8').toLowerCase() === 'utf-8';
  } catch {
    return false;
  }
}

function isFilledObject(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !Array.isArray(body) && Object.keys(body).length > 0;
}

function queryOf(request: Request): string {
  const parts: unknown = request.method === 'GET' ? request.query : request.body;
  if (typeof parts !== 'object' || parts === null) return '';
  const { query } = parts as Record<string, unknown>;
  return typeof query === 'string' ? query : '';
}
