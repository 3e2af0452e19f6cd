import { unwrapResolverError } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CodedError } from '../errors/coded-error.js';
import { type ErrorCode, errorCodes } from '../errors/error-code.js';
import { currentRequest } from '../request/current-request.js';

const logger = new Logger('ErrorBoundary');

/**
 * The one way out for GraphQL errors: planned failures and faults of the client keep message and code; everything
 * else becomes "Internal error" and a log line with the same request ID.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { message, locations, path } = formatted;
  const where = { ...(locations && { locations }), ...(path && { path }) };
  if (cause instanceof CodedError) return { ...respond(cause.message, cause.code, cause.details), ...where };
  const clientFault = cause instanceof GraphQLError ? codeOfClientFault(formatted) : null;
  // Apollo's own words on introspection tell the operator, not the client, what to do.
  const words = clientFault === 'INTROSPECTION_DISABLED' ? errorCodes[clientFault] : message;
  if (clientFault !== null) return { ...respond(words, clientFault, limitDetails(formatted)), ...where };
  logger.error({ err: cause, path: path?.join('.') }, 'A request met an unexpected error');
  return { ...respond('Internal error', 'INTERNAL_SERVER_ERROR'), ...where };
}

/** A GraphQL error as clients see it, noted for the request's log line. */
export function respond(
  message: string,
  code: ErrorCode,
  details: Readonly<Record<string, unknown>> = {},
): { message: string; extensions: Record<string, unknown> } {
  const request = currentRequest();
  request?.trace.errorCodes.push(code);
  return { message, extensions: { code, ...details, requestId: request?.requestId } };
}

/** Faults that graphql-js and Apollo report without a code of their own; they are told by their text. */
const uncodedClientFaults: readonly [pattern: RegExp, code: ErrorCode][] = [
  [/^Argument "/, 'BAD_USER_INPUT'],
  [/^Too many errors processing variables/, 'BAD_USER_INPUT'],
  [/^(Unsupported persisted query version|provided sha does not match query)/, 'BAD_REQUEST'],
];

function codeOfClientFault({ message, extensions }: GraphQLFormattedError): ErrorCode | null {
  // Apollo gives every fault that validation finds the same code, and leaves the rest of its extensions alone.
  if (extensions?.limit !== undefined) return 'DOCUMENT_LIMIT_EXCEEDED';
  if (extensions?.validationErrorCode === 'INTROSPECTION_DISABLED') return 'INTROSPECTION_DISABLED';
  const code = String(extensions?.code);
  if (code !== 'INTERNAL_SERVER_ERROR') return isErrorCode(code) ? code : null;
  return uncodedClientFaults.find(([pattern]) => pattern.test(message))?.[1] ?? null;
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code);
}

function limitDetails({ extensions }: GraphQLFormattedError): Record<string, unknown> {
  if (extensions?.limit === undefined) return {};
  return { limit: extensions.limit, allowed: extensions.allowed, actual: extensions.actual };
}
