import { describe, expect, test } from '@jest/globals';
import { statusFor } from './response-status.js';

const graphql = 'application/graphql-response+json';

describe('statusFor', () => {
  test.each(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'DOCUMENT_LIMIT_EXCEEDED'])(
    '%s is 200 as application/json, and its own in the type of GraphQL',
    (code) => {
      expect([undefined, '*/*', 'application/json'].map((accept) => statusFor(accept, code, 400))).toEqual([
        200, 200, 200,
      ]);
      expect(statusFor(graphql, code, 400)).toBe(400);
      expect(statusFor(`${graphql}, application/json;q=0.9`, code, 400)).toBe(400);
    },
  );

  test('an access token that is not good is 200 and 401', () => {
    expect(statusFor(undefined, 'UNAUTHENTICATED', 401)).toBe(200);
    expect(statusFor(graphql, 'UNAUTHENTICATED', 401)).toBe(401);
  });

  test.each([
    ['BAD_REQUEST', 400],
    ['BAD_REQUEST', 405],
    ['METHOD_NOT_ALLOWED', 405],
    ['PAYLOAD_TOO_LARGE', 413],
    ['UNSUPPORTED_MEDIA_TYPE', 415],
    ['INTERNAL_SERVER_ERROR', 500],
    ['SERVICE_UNAVAILABLE', 503],
  ])('%s is %i in both: GraphQL was not asked, or failed', (code, status) => {
    expect([undefined, graphql].map((accept) => statusFor(accept, code, status))).toEqual([status, status]);
  });
});
