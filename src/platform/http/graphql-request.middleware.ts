import type { NextFunction, Request, Response } from 'express';
import type { ErrorCode } from '../errors/error-code.js';
import { respond } from '../graphql/error-boundary.js';
import { documentLimits, describeBreach } from '../graphql/limits/limits.js';
import { countTokens } from '../graphql/limits/token-count.js';

/**
 * Refuses what Apollo would answer as a fault of the server or without a number: wrong methods, persisted-query parts
 * that are none, and documents of too many tokens. Runs after the body was parsed.
 */
export function checkGraphqlRequest(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'GET' && request.method !== 'POST') {
    response.setHeader('Allow', 'GET, POST');
    refuse(response, 405, 'METHOD_NOT_ALLOWED', 'GraphQL is asked by POST, or by GET for queries.');
    return;
  }
  // False for another type; null where there is no body, which Apollo refuses.
  if (request.method === 'POST' && request.is('application/json') === false) {
    refuse(response, 415, 'UNSUPPORTED_MEDIA_TYPE', 'The body is sent as `application/json`.');
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

/** Answers an error in GraphQL's shape. */
export function refuse(
  response: Response,
  status: number,
  code: ErrorCode,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): void {
  response.status(status).json({ errors: [respond(message, code, details)] });
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
