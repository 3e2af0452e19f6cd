import { badBodies } from '../edge/hostile/bad-bodies.js';
import { badDocuments } from '../edge/hostile/bad-documents.js';
import type { Attack } from '../edge/hostile/attack.js';
import type { HttpRequest } from '../faults/exchange.js';
import { inTurn, type Next } from './reads.js';
import { judgeHarmless, judgeRefusal } from './refusals.js';
import { json, preflight, searchOf } from './soak-request.js';

/** A request whose fault has a name, and the answer it has to get. */
interface BadRequest {
  readonly request: HttpRequest;
  readonly status: number;
  readonly code: string;
}

const good = '{ about { mode } }';
const strict = { ...json, accept: 'application/graphql-response+json' };
const forged = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"1"}').toString('base64url')}.`;
const fan = Array.from(
  { length: 60 },
  (_, index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`,
);
const films = (first: unknown): object => ({
  query: 'query ($first: Int) { movies(first: $first) { totalCount } }',
  variables: { first },
});

const badRequests: readonly BadRequest[] = [
  refused({ body: '{"query":"{ about' }, 400, 'BAD_REQUEST'),
  refused({ body: '' }, 400, 'BAD_REQUEST'),
  refused({ body: `[{"query":"${good}"}]` }, 400, 'BAD_REQUEST'),
  refused({ body: `{"query":"${good}","variables":[1]}` }, 400, 'BAD_REQUEST'),
  refused({ body: good, headers: { 'content-type': 'text/plain' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'),
  refused({ body: asked(good), headers: { ...json, 'content-encoding': 'gzip' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'),
  refused({ body: asked(good), headers: { ...json, accept: 'text/html' } }, 406, 'BAD_REQUEST'),
  refused({ body: asked(good).padEnd(300_000, ' ') }, 413, 'PAYLOAD_TOO_LARGE'),
  refused({ method: 'PUT', body: asked(good) }, 405, 'METHOD_NOT_ALLOWED'),
  refused({ path: searchOf({ query: good }), method: 'GET', headers: {} }, 400, 'BAD_REQUEST'),
  refused(
    { path: searchOf({ query: 'mutation { logout { __typename } }' }), method: 'GET', headers: preflight },
    405,
    'BAD_REQUEST',
  ),
  refused({ body: asked('{ about { mode }') }, 400, 'GRAPHQL_PARSE_FAILED'),
  refused({ body: asked('{ nothing { mode } }') }, 400, 'GRAPHQL_VALIDATION_FAILED'),
  refused({ body: asked('subscription { nothing }') }, 400, 'GRAPHQL_VALIDATION_FAILED'),
  refused({ body: asked(`{ ${'about { mode } '.repeat(30)} }`) }, 400, 'DOCUMENT_LIMIT_EXCEEDED'),
  refused({ body: asked('{ __typename '.padEnd(4000, '@a ')) }, 400, 'DOCUMENT_LIMIT_EXCEEDED'),
  refused(
    { body: asked(`{ ...f0 } ${fan.join(' ')} fragment f60 on Query { nothing }`) },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  refused(
    {
      body: asked(`{ movies(first: 100) { nodes { ${'similar { nodes { '.repeat(20)} title ${'} }'.repeat(20)} } } }`),
    },
    400,
    'DOCUMENT_LIMIT_EXCEEDED',
  ),
  refused({ body: JSON.stringify({ query: good, operationName: 'Nobody' }) }, 400, 'OPERATION_RESOLUTION_FAILURE'),
  refused({ body: JSON.stringify(films('many')) }, 400, 'BAD_USER_INPUT'),
  refused({ body: JSON.stringify(films(4_000_000_000)) }, 400, 'BAD_USER_INPUT'),
  refused({ body: JSON.stringify(films(0)) }, 200, 'BAD_USER_INPUT'),
  refused({ body: asked(good), headers: { ...strict, authorization: `Bearer ${forged}x` } }, 401, 'UNAUTHENTICATED'),
  refused({ body: asked(good), headers: { ...strict, authorization: 'Bearer' } }, 401, 'UNAUTHENTICATED'),
  refused(
    { body: asked('mutation { rateMovie(input: { tmdbId: 1, value: 5 }) { __typename } }') },
    200,
    'UNAUTHENTICATED',
  ),
  refused(
    { body: `{"query":"${good}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"${'0'.repeat(64)}"}}}` },
    400,
    'BAD_REQUEST',
  ),
  refused(
    { path: searchOf({ documentId: '0'.repeat(64) }), method: 'GET', headers: preflight },
    200,
    'PERSISTED_QUERY_NOT_FOUND',
  ),
  refused({ path: '/graphql/../graphql', body: asked(good) }, 404, 'NOT_FOUND'),
];

/** Faults of the client's, each with the answer that says so. */
export function bad(): Next {
  const requests = badRequests.map(({ request, status, code }) => ({
    ...request,
    judge: judgeRefusal({ status, code }),
  }));
  return inTurn(requests.map((request) => () => request));
}

/** The hostile documents and bodies of `test/edge/hostile`, whose answers only have to be a client's fault or data. */
export function hostile(): Next {
  const requests = [...badDocuments(), ...badBodies()].map((attack) => ({
    ...requestOf(attack),
    judge: judgeHarmless(attack.name),
  }));
  return inTurn(requests.map((request) => () => request));
}

function requestOf({ method = 'POST', body, headers, search }: Attack): HttpRequest {
  return {
    method,
    path: search === undefined ? '/graphql' : `/graphql?${search}`,
    ...(body !== undefined && { body }),
    headers: { ...(method === 'POST' && json), ...headers },
  };
}

function refused(request: Partial<HttpRequest>, status: number, code: string): BadRequest {
  return { request: { path: '/graphql', headers: strict, ...request }, status, code };
}

function asked(query: string): string {
  return JSON.stringify({ query });
}
