import { describe, expect, jest, test } from '@jest/globals';
import type { NextFunction, Request, Response } from 'express';
import {
  checkAccept,
  checkGraphqlRequest,
  checkLength,
  checkMethodAndType,
  checkPath,
} from './graphql-request.middleware.js';

type Middleware = (request: Request, response: Response, next: NextFunction) => void;

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly query?: Record<string, unknown>;
}

/** What becomes of a request: null where it goes on, else the answer. */
function run(middleware: Middleware, asked: Asked) {
  const type = jest.fn();
  const json = jest.fn<(body: { errors: { extensions: object }[] }) => void>();
  const status = jest.fn((_code: number) => ({ json }));
  const next = jest.fn();
  const request = { method: 'POST', path: '/graphql', headers: {}, query: {}, ...asked };
  const response = { req: request, type, status, setHeader: jest.fn(), hasHeader: () => false };
  middleware(request as unknown as Request, response as unknown as Response, next);
  if (next.mock.calls.length === 1) return null;
  return { status: status.mock.calls[0]?.[0], ...json.mock.calls[0]?.[0].errors[0]?.extensions };
}

const long = (tokens: number): string => 'a '.repeat(tokens);
const sha256Hash = 'a'.repeat(64);

describe('checkPath', () => {
  test.each(['/graphql', '/', '/health/live', '/graphqlx'])('leaves %s to its route', (path) => {
    expect(run(checkPath, { path })).toBeNull();
  });

  test.each(['/graphql/', '/graphql/more', '/GraphQL/more', '/graphql/../x'])('refuses %s', (path) => {
    expect(run(checkPath, { path })).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});

describe('checkMethodAndType', () => {
  test.each<Asked>([
    { method: 'GET' },
    { method: 'GET', headers: { 'content-type': 'text/plain' } },
    { headers: { 'content-type': 'application/json' } },
    { headers: { 'content-type': 'Application/JSON; charset=utf-8' } },
    { headers: { 'content-length': '0' } },
  ])('lets %j through', (asked) => {
    expect(run(checkMethodAndType, asked)).toBeNull();
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'TRACE'])('refuses %s', (method) => {
    const answer = run(checkMethodAndType, { method, headers: { 'content-type': 'application/json' } });
    expect(answer).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
  });

  test.each(['text/plain', 'application/graphql', 'application/jsonx', 'json', ''])('refuses a body of %j', (type) => {
    const answer = run(checkMethodAndType, { headers: { 'content-type': type, 'content-length': '9' } });
    expect(answer).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  test('refuses a body without a type', () => {
    const answer = run(checkMethodAndType, { headers: { 'transfer-encoding': 'chunked' } });
    expect(answer).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  });
});

describe('checkLength', () => {
  test.each([undefined, '0', '100000'])('lets a body of %p bytes through', (length) => {
    expect(run(checkLength, { headers: { ...(length && { 'content-length': length }) } })).toBeNull();
  });

  test('refuses a body that is announced as too large, with both numbers', () => {
    const answer = run(checkLength, { headers: { 'content-length': '100001' } });
    expect(answer).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE', allowed: 100_000, actual: 100_001 });
  });
});

describe('checkAccept', () => {
  test.each<[accept: string | undefined, method: string, servesExplorer: boolean]>([
    [undefined, 'POST', false],
    ['*/*', 'GET', false],
    ['application/graphql-response+json', 'POST', true],
    ['text/html', 'GET', true],
  ])('lets %p by %s through, with an explorer: %p', (accept, method, servesExplorer) => {
    expect(run(checkAccept(servesExplorer), { method, headers: { ...(accept && { accept }) } })).toBeNull();
  });

  test.each([
    ['GET', false],
    ['POST', false],
    ['POST', true],
  ])('refuses text/html by %s, with an explorer: %p', (method, servesExplorer) => {
    const answer = run(checkAccept(servesExplorer), { method, headers: { accept: 'text/html' } });
    expect(answer).toMatchObject({ status: 406, code: 'BAD_REQUEST' });
  });
});

describe('checkGraphqlRequest', () => {
  test.each<Asked>([
    { body: { query: '{ a }' } },
    { body: { query: long(1000) } },
    { body: { query: 7, extensions: 'x' } },
    { body: { extensions: { persistedQuery: { version: 1, sha256Hash } } } },
    { body: { query: '{ a }', extensions: { persistedQuery: null } } },
    { method: 'GET', query: { query: '{ a }' } },
    { method: 'GET', query: { query: ['{ a }', '{ b }'], extensions: '{' } },
  ])('lets %j through, or leaves it to Apollo', (asked) => {
    expect(run(checkGraphqlRequest, asked)).toBeNull();
  });

  test.each<Asked>([
    { body: undefined },
    { body: null },
    { body: 5 },
    { body: 'x' },
    { body: {} },
    { body: [{ query: '{ a }' }] },
    { body: { extensions: { persistedQuery: 'x' } } },
    { body: { extensions: { persistedQuery: { version: 2, sha256Hash } } } },
    { body: { extensions: { persistedQuery: { version: 1, sha256Hash: sha256Hash.slice(1) } } } },
    { method: 'GET', query: { extensions: '{"persistedQuery":[]}' } },
  ])('refuses %j', (asked) => {
    expect(run(checkGraphqlRequest, asked)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  test.each(['GET', 'POST'])('counts the tokens of a document by %s', (method) => {
    const query = long(1001);
    const headers = { accept: 'application/graphql-response+json' };
    expect(run(checkGraphqlRequest, { method, headers, body: { query }, query: { query } })).toMatchObject({
      status: 400,
      code: 'DOCUMENT_LIMIT_EXCEEDED',
      limit: 'tokens',
      allowed: 1000,
      actual: 1001,
    });
  });

  test('does not take characters for tokens', () => {
    expect(run(checkGraphqlRequest, { body: { query: `{ a(b: "${'x'.repeat(5000)}") }` } })).toBeNull();
  });
});
