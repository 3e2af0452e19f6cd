import type { ServerResponse } from 'node:http';
import type { ErrorCode } from '../errors/error-code.js';
import { respond } from '../graphql/error-boundary.js';
import { HttpsRequiredError } from '../graphql/access/https-required.error.js';
import { UnauthenticatedError } from '../graphql/access/unauthenticated.error.js';
import { bodyLimitBytes } from '../graphql/limits/limits.js';
import { retryAfterSeconds } from '../process/load-shedder.js';
import { mediaTypes, negotiate } from './media-type.js';
import { statusFor } from './response-status.js';
import type { BodyFault } from './request-body.js';

/** A refusal in GraphQL's shape, before GraphQL has a part in it. */
export interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers an error in GraphQL's shape, with the type that is accepted and the status that goes with it. */
export function refuse(response: ServerResponse, { status, code, message, details, headers }: Refusal): void {
  const body = JSON.stringify({ errors: [respond(message, code, details)] });
  const { accept } = response.req.headers;
  response.statusCode = statusFor(accept, code, status);
  const type = `${negotiate(accept) ?? 'application/json'}; charset=utf-8`;
  const head = { 'Cache-Control': 'no-store', 'Content-Type': type, ...headers };
  for (const [name, value] of Object.entries(head)) response.setHeader(name, value);
  // It has to say how to be known.
  if (response.statusCode === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  response.end(body);
}

export const nothingServed: Refusal = {
  status: 404,
  code: 'NOT_FOUND',
  message: 'Nothing is served here; the endpoint is /graphql.',
};

export const wrongMethod: Refusal = {
  status: 405,
  code: 'METHOD_NOT_ALLOWED',
  message: 'GraphQL is asked by POST, or by GET for queries.',
  headers: { Allow: 'GET, POST' },
};

export const wrongBodyType: Refusal = {
  status: 415,
  code: 'UNSUPPORTED_MEDIA_TYPE',
  message: 'The body is sent as `application/json` in UTF-8.',
};

export const notAccepted: Refusal = {
  status: 406,
  code: 'BAD_REQUEST',
  message: `The answer is \`${mediaTypes.join('` or `')}\`, and neither is accepted.`,
};

export const notJson: Refusal = { status: 400, code: 'BAD_REQUEST', message: 'The body is not JSON.' };

export const notAnObject: Refusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'The body is a JSON object with a `query`.',
};

export const internalFault: Refusal = { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Internal error' };

export const overloaded: Refusal = {
  status: 503,
  code: 'SERVER_OVERLOADED',
  message: 'The server is asked too much at the moment.',
  details: { retryAfterSeconds },
  headers: { 'Retry-After': String(retryAfterSeconds) },
};

export const tooSlow: Refusal = {
  status: 503,
  code: 'QUERY_TIMEOUT',
  message: 'The operation took longer than 10 seconds and was given up.',
  details: { retryable: true },
};

const { code: unauthenticated, message: howToSignIn } = new UnauthenticatedError();

export const badToken: Refusal = {
  status: 401,
  code: unauthenticated,
  message: howToSignIn,
  headers: { 'Cache-Control': 'private, no-store' },
};

const { code: httpsRequired, message: howToCome } = new HttpsRequiredError();

export const cameInTheOpen: Refusal = { status: 403, code: httpsRequired, message: howToCome };

export function refusedBody(fault: BodyFault): Refusal {
  if (fault.kind === 'encoded') {
    return { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message: 'The body is sent uncompressed, in UTF-8.' };
  }
  const bytes = fault.isAnnounced ? fault.bytes : `at least ${fault.bytes}`;
  return {
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
    message: `The body has ${bytes} bytes; at most ${bodyLimitBytes} are allowed.`,
    details: { allowed: bodyLimitBytes, actual: fault.bytes },
  };
}
