import { jest } from '@jest/globals';
import type { ErrorCode } from '../../src/platform/errors/error-code.js';
import { LibraryTooLargeError } from '../../src/library/shelves/library-too-large.error.js';
import { ShelvesService } from '../../src/library/shelves/shelves.service.js';
import { CallBudget } from '../../src/platform/budget/call-budget.js';
import { RateLimitedError } from '../../src/platform/budget/rate-limited.error.js';
import { ServiceUnavailableError } from '../../src/platform/database/database.errors.js';
import { Documents } from '../../src/platform/graphql/documents/documents.js';
import { RequestContexts } from '../../src/platform/http/request-contexts.js';
import { operationTiming } from '../../src/platform/http/front/overdue.js';
import { Database } from '../../src/platform/database/database.service.js';
import { LoadShedder } from '../../src/platform/process/load-shedder.js';
import { UpstreamGuard } from '../../src/tmdb/guard/upstream-guard.js';
import { TmdbClient } from '../../src/tmdb/tmdb.client.js';
import { UpstreamBusyError } from '../../src/tmdb/tmdb.errors.js';
import { signUp } from '../support/accounts.js';
import type { Api } from '../support/api.js';

/** How each code comes about over HTTP, on a server with introspection off. */
export const provocations: Readonly<Record<ErrorCode, (api: Api) => Promise<Response>>> = {
  BAD_REQUEST: (api) => api.fetch('{'),
  BAD_USER_INPUT: (api) => api.fetch({ query: '{ movies(first: 0) { totalCount } }' }),
  DOCUMENT_LIMIT_EXCEEDED: (api) => api.fetch({ query: `{ ${'about { version } '.repeat(300)} }` }),
  DOCUMENT_NOT_TRUSTED: async (api) => {
    const strict = jest.spyOn(Documents.prototype, 'isRequired', 'get').mockReturnValue(true);
    try {
      return await api.fetch({ query: '{ __typename }' });
    } finally {
      strict.mockRestore();
    }
  },
  GRAPHQL_PARSE_FAILED: (api) => api.fetch({ query: '{' }),
  GRAPHQL_VALIDATION_FAILED: (api) => api.fetch({ query: '{ nothing }' }),
  HTTPS_REQUIRED: async (api) => {
    const open = jest.spyOn(RequestContexts.prototype, 'isInTheOpen').mockReturnValue(true);
    try {
      return await api.fetch({ query: '{ __typename }' }, { authorization: 'Bearer a.b.c' });
    } finally {
      open.mockRestore();
    }
  },
  INTERNAL_SERVER_ERROR: async (api) => {
    const bug = jest.spyOn(TmdbClient.prototype, 'movieGenres').mockRejectedValue(new TypeError('x is not a function'));
    try {
      return await api.fetch({ query: '{ genres { name } }' });
    } finally {
      bug.mockRestore();
    }
  },
  INTROSPECTION_DISABLED: (api) => api.fetch({ query: '{ __schema { types { name } } }' }),
  LIBRARY_TOO_LARGE: async (api) => {
    const many = jest.spyOn(ShelvesService.prototype, 'read').mockRejectedValue(new LibraryTooLargeError(1000, 1001));
    try {
      return await askSignedIn(api, '{ viewer { watchlist(sort: TITLE_ASC) { nodes { tmdbId } } } }');
    } finally {
      many.mockRestore();
    }
  },
  METHOD_NOT_ALLOWED: (api) => fetch(api.url, { method: 'DELETE' }),
  NOT_FOUND: (api) => fetch(new URL('/nowhere', api.url)),
  OPERATION_RESOLUTION_FAILURE: (api) => api.fetch({ query: 'query A { __typename }', operationName: 'B' }),
  ORIGIN_NOT_ALLOWED: (api) =>
    api.fetch(
      { query: 'mutation { refreshSession(input: {}) { __typename } }' },
      { cookie: 'watchme_refresh=x', origin: 'https://elsewhere.example' },
    ),
  PAYLOAD_TOO_LARGE: (api) => api.fetch({ query: `#${'x'.repeat(100_000)}` }),
  PERSISTED_QUERY_NOT_FOUND: (api) =>
    api.fetch({ extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } }),
  QUERY_TIMEOUT: async (api) => {
    const { limitMs } = operationTiming;
    operationTiming.limitMs = 200;
    api.standIn.fault('*', { kind: 'hang' });
    try {
      return await api.fetch({ query: '{ countries { code } }' });
    } finally {
      operationTiming.limitMs = limitMs;
    }
  },
  RATE_LIMITED: async (api) => {
    const full = jest.spyOn(CallBudget.prototype, 'reserve').mockImplementation((request) => {
      throw new RateLimitedError(request, 7);
    });
    try {
      return await api.fetch({ query: '{ languages { code } }' });
    } finally {
      full.mockRestore();
    }
  },
  SERVER_OVERLOADED: async (api) => {
    const late = jest.spyOn(LoadShedder.prototype, 'admits').mockReturnValue(false);
    try {
      return await api.fetch({ query: '{ __typename }' });
    } finally {
      late.mockRestore();
    }
  },
  SERVICE_UNAVAILABLE: async (api) => {
    const outage = jest.spyOn(Database.prototype, 'read').mockRejectedValue(new ServiceUnavailableError());
    try {
      return await askSignedIn(api, '{ viewer { email } }');
    } finally {
      outage.mockRestore();
    }
  },
  UNAUTHENTICATED: (api) => api.fetch({ query: '{ __typename }' }, { authorization: 'Bearer none' }),
  UNSUPPORTED_MEDIA_TYPE: (api) => api.fetch('{ __typename }', { 'content-type': 'application/graphql' }),
  UPSTREAM_BUSY: async (api) => {
    const busy = jest.spyOn(UpstreamGuard.prototype, 'run').mockRejectedValue(new UpstreamBusyError(2));
    try {
      return await api.fetch({ query: '{ languages { code } }' });
    } finally {
      busy.mockRestore();
    }
  },
  UPSTREAM_UNAVAILABLE: async (api) => {
    api.standIn.fault('*', { kind: 'status', status: 429, retryAfterSeconds: 1 });
    try {
      return await api.fetch({ query: '{ languages { code } }' });
    } finally {
      api.standIn.reset();
    }
  },
};

async function askSignedIn(api: Api, query: string): Promise<Response> {
  const { headers } = await signUp(api);
  return api.fetch({ query }, headers);
}
