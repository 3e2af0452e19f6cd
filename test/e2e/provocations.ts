import { jest } from '@jest/globals';
import type { ErrorCode } from '../../src/platform/errors/error-code.js';
import { TmdbClient } from '../../src/tmdb/tmdb.client.js';
import type { Api } from '../support/api.js';

/** How each code comes about over HTTP, on a server with introspection off. */
export const provocations: Readonly<Record<ErrorCode, (api: Api) => Promise<Response>>> = {
  BAD_REQUEST: (api) => api.fetch('{'),
  BAD_USER_INPUT: (api) => api.fetch({ query: '{ movies(first: 0) { totalCount } }' }),
  DOCUMENT_LIMIT_EXCEEDED: (api) => api.fetch({ query: `{ ${'about { version } '.repeat(300)} }` }),
  GRAPHQL_PARSE_FAILED: (api) => api.fetch({ query: '{' }),
  GRAPHQL_VALIDATION_FAILED: (api) => api.fetch({ query: '{ nothing }' }),
  INTERNAL_SERVER_ERROR: async (api) => {
    const bug = jest.spyOn(TmdbClient.prototype, 'movieGenres').mockRejectedValue(new TypeError('x is not a function'));
    try {
      return await api.fetch({ query: '{ genres { name } }' });
    } finally {
      bug.mockRestore();
    }
  },
  INTROSPECTION_DISABLED: (api) => api.fetch({ query: '{ __schema { types { name } } }' }),
  METHOD_NOT_ALLOWED: (api) => fetch(api.url, { method: 'DELETE' }),
  NOT_FOUND: (api) => fetch(new URL('/nowhere', api.url)),
  OPERATION_RESOLUTION_FAILURE: (api) => api.fetch({ query: 'query A { __typename }', operationName: 'B' }),
  PAYLOAD_TOO_LARGE: (api) => api.fetch({ query: `#${'x'.repeat(100_000)}` }),
  PERSISTED_QUERY_NOT_FOUND: (api) =>
    api.fetch({ extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } }),
  UNSUPPORTED_MEDIA_TYPE: (api) => api.fetch('{ __typename }', { 'content-type': 'application/graphql' }),
  UPSTREAM_UNAVAILABLE: async (api) => {
    api.standIn.fault('*', { kind: 'status', status: 429, retryAfterSeconds: 1 });
    try {
      return await api.fetch({ query: '{ languages { code } }' });
    } finally {
      api.standIn.reset();
    }
  },
};
