import type { NextFunction, Request, Response } from 'express';
import type { IncomingHttpHeaders } from 'node:http';
import { MIMEType } from 'node:util';
import type { ErrorCode } from '../errors/error-code.js';
import { respond } from '../graphql/error-boundary.js';
import { bodyLimitBytes, documentLimits, describeBreach } from '../graphql/limits/limits.js';
import { countTokens } from '../graphql/limits/token-count.js';
import { negotiate } from './media-type.js';
import { statusFor } from './response-status.js';

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
 * are no request, persisted-query parts that are none, and documents of too many tokens. Runs after the body was parsed.
 */
export function checkGraphqlRequest(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'POST' && !isFilledObject(request.body)) {
    refuse(response, 400, 'BAD_REQUEST', 'The body is a JSON object with a `query`.');
    return;
  }
  const { query, extensions } = partsOf(request);
  if (!isPersistedQueryUsable(extensions)) {
    refuse(
      response,
      400,
      'BAD_REQUEST',
      '`extensions.persistedQuery` takes `version: 1` and a SHA-256 `sha256Hash` in hex.',
    );
    return;
  }
  // A token takes at least a character, so a short document needs no count.
  const tokens = query.length > documentLimits.tokens ? countTokens(query) : 0;
  if (tokens > documentLimits.tokens) {
    const { message, extensions: details } = describeBreach({ limit: 'tokens', actual: tokens });
    refuse(response, 400, details.code, message, details);
    return;
  }
  next();
}

/** Refuses a body that is announced as too large, rather than when all of it has come. */
export function checkLength(request: Request, response: Response, next: NextFunction): void {
  const bytes = Number(request.headers['content-length'] ?? 0);
  if (bytes <= bodyLimitBytes) next();
  else refuseTooLarge(response, bytes, String(bytes));
}

/** Refuses a body of so many bytes, as far as they are known. */
export function refuseTooLarge(response: Response, actual: number, inWords: string): void {
  const message = `The body has ${inWords} bytes; at most ${bodyLimitBytes} are allowed.`;
  refuse(response, 413, 'PAYLOAD_TOO_LARGE', message, { allowed: bodyLimitBytes, actual });
}

/** Refuses who takes no answer of ours, before anything is done. Of GETs Apollo decides where it serves the explorer. */
export function checkAccept(servesExplorer: boolean): (req: Request, res: Response, next: NextFunction) => void {
  return (request, response, next) => {
    if ((servesExplorer && request.method === 'GET') || negotiate(request.headers.accept) !== null) next();
    else
      refuse(response, 406, 'BAD_REQUEST', `The answer is \`${bodyTypes.join('` or `')}\`, and neither is accepted.`);
  };
}

/** Answers an error in GraphQL's shape, with the type that is accepted and the status that goes with it. */
export function refuse(
  response: Response,
  status: number,
  code: ErrorCode,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): void {
  // Whoever refuses what is a viewer's has said more already.
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
  const { accept } = response.req.headers;
  response.type(`${negotiate(accept) ?? 'application/json'}; charset=utf-8`);
  response.status(statusFor(accept, code, status)).json({ errors: [respond(message, code, details)] });
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

function partsOf(request: Request): { query: string; extensions: unknown } {
  if (request.method === 'GET') {
    const { query, extensions } = request.query;
    return { query: typeof query === 'string' ? query : '', extensions: parsed(extensions) };
  }
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return { query: '', extensions: undefined };
  const { query, extensions } = body as Record<string, unknown>;
  return { query: typeof query === 'string' ? query : '', extensions };
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPersistedQueryUsable(extensions: unknown): boolean {
  if (typeof extensions !== 'object' || extensions === null) return true;
  const { persistedQuery } = extensions as Record<string, unknown>;
  if (persistedQuery === undefined || persistedQuery === null) return true;
  if (typeof persistedQuery !== 'object') return false;
  const { version, sha256Hash } = persistedQuery as Record<string, unknown>;
  return version === 1 && typeof sha256Hash === 'string' && /^[0-9a-f]{64}$/.test(sha256Hash);
}
