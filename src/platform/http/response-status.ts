import type { ErrorCode } from '../errors/error-code.js';
import { negotiate } from './media-type.js';

/** Faults of a request that is well formed as HTTP and JSON, so that GraphQL itself can answer. */
const faultsOfGraphql: ReadonlySet<string> = new Set<ErrorCode>([
  'BAD_USER_INPUT',
  'DOCUMENT_LIMIT_EXCEEDED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTROSPECTION_DISABLED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'UNAUTHENTICATED',
]);

/**
 * The status of an answer that holds no data, by GraphQL over HTTP: as `application/json`, 200 for all faults that
 * GraphQL itself finds, since its clients take any other status for a fault on the way. Otherwise the given one.
 */
export function statusFor(accept: string | undefined, code: string, status: number): number {
  return faultsOfGraphql.has(code) && negotiate(accept) !== 'application/graphql-response+json' ? 200 : status;
}
