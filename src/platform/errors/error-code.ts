/**
 * Every `extensions.code` a client can meet, with what it means to the client. `docs/errors.md` lists the same codes;
 * a test holds both in step.
 */
export const errorCodes = {
  BAD_REQUEST: 'The HTTP request is not a GraphQL request: broken JSON, a wrong part, a refused method or header.',
  BAD_USER_INPUT: 'An argument or variable can not be used.',
  DOCUMENT_LIMIT_EXCEEDED:
    'The document is larger, or needs more, than allowed; `limit`, `allowed` and `actual` say by how much.',
  DOCUMENT_NOT_TRUSTED: 'This server runs the documents of its list only, and this is none of them.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  HTTPS_REQUIRED: 'A password or token came by plain HTTP, where anyone on the way can read it.',
  INTERNAL_SERVER_ERROR: 'A fault of ours; quote the `requestId` when you report it.',
  INTROSPECTION_DISABLED: 'This server does not tell its schema.',
  LIBRARY_TOO_LARGE: 'A library of this size can not be sorted or filtered by what the catalogue says of its films.',
  METHOD_NOT_ALLOWED: 'The HTTP method is not one of GET and POST.',
  NOT_FOUND: 'Nothing is served at this path.',
  OPERATION_RESOLUTION_FAILURE: 'The document has several operations and `operationName` names none of them.',
  ORIGIN_NOT_ALLOWED: 'The refresh cookie is not taken from pages of this origin.',
  PAYLOAD_TOO_LARGE: 'The body is larger than allowed.',
  PERSISTED_QUERY_NOT_FOUND: 'No document is known by this hash: send it once in full.',
  QUERY_TIMEOUT: 'The operation took longer than 10 seconds and was given up; part of it alone may do.',
  RATE_LIMITED: 'The client, or the account, has asked for more from the film database than it may in a minute.',
  SERVER_OVERLOADED: 'The server is asked more than it can answer in time; `retryAfterSeconds` says when to try again.',
  SERVICE_UNAVAILABLE: 'Accounts and libraries can not be reached for now; films can.',
  UNAUTHENTICATED: 'Nobody is signed in, or the access token is not, or no longer, accepted.',
  UNSUPPORTED_MEDIA_TYPE: 'The body is not `application/json` in UTF-8.',
  UPSTREAM_BUSY: 'The film database is asked as much as it takes; `retryAfterSeconds` says when to try again.',
  UPSTREAM_UNAVAILABLE: 'The film database can not be reached for this field; `retryable` says whether to try again.',
} as const;

export type ErrorCode = keyof typeof errorCodes;
