import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { BadUserInputError, CodedError } from '../errors/coded-error.js';
import { runInRequest } from '../request/current-request.js';
import { newRequestContext } from '../request/request-context.js';
import { formatError } from './error-boundary.js';

class DetailedError extends CodedError {
  readonly code = 'UPSTREAM_UNAVAILABLE';
  override readonly details = { retryable: true };
}

const place = { path: ['movies', 0], positions: [0] };

/** As a resolver's error arrives. */
function thrown(originalError: Error): [GraphQLFormattedError, GraphQLError] {
  const error = new GraphQLError(originalError.message, { ...place, originalError });
  return [{ message: error.message, path: place.path, extensions: { code: 'INTERNAL_SERVER_ERROR' } }, error];
}

/** As graphql-js or Apollo report a fault of the document. */
function reported(message: string, extensions: Record<string, unknown>): [GraphQLFormattedError, GraphQLError] {
  return [{ message, extensions }, new GraphQLError(message, { extensions })];
}

let logged: ReturnType<typeof jest.spyOn>;
beforeEach(() => {
  logged = jest.spyOn(Logger.prototype, 'error').mockReturnValue(undefined);
});
afterEach(() => logged.mockRestore());

describe('formatError', () => {
  test('shows a planned failure with its details and its place', () => {
    expect(formatError(...thrown(new DetailedError('Away.')))).toEqual({
      message: 'Away.',
      path: place.path,
      extensions: { code: 'UPSTREAM_UNAVAILABLE', retryable: true, requestId: undefined },
    });
    expect(logged).not.toHaveBeenCalled();
  });

  test('notes the code and tells the ID of the request', () => {
    const context = newRequestContext({ requestId: 'request-1' });
    runInRequest(context, () => {
      expect(formatError(...thrown(new BadUserInputError('No.'))).extensions).toEqual({
        code: 'BAD_USER_INPUT',
        requestId: 'request-1',
      });
    });
    expect(context.trace.errorCodes).toEqual(['BAD_USER_INPUT']);
  });

  test.each<[string, unknown]>([
    ['an error', new Error('connect ECONNREFUSED 10.0.0.1')],
    ['a GraphQL error that a resolver threw', new GraphQLError('Enum "A" cannot represent value: "secret"')],
    ['no error at all', { message: 'secret' }],
    ['null', null],
  ])('masks %s and logs it', (_name, cause) => {
    const [formatted, error] = thrown(cause instanceof Error ? cause : new Error('secret'));
    const shown = formatError(formatted, cause instanceof Error ? error : cause);
    expect(shown).toEqual({
      message: 'Internal error',
      path: place.path,
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: undefined },
    });
    expect(logged).toHaveBeenCalledTimes(1);
    expect(logged).toHaveBeenCalledWith(expect.objectContaining({ path: 'movies.0' }), expect.any(String));
  });

  test('masks a code that is not on the list', () => {
    const shown = formatError(...reported('secret', { code: 'ECONNRESET' }));
    expect(shown.message).toBe('Internal error');
    expect(logged).toHaveBeenCalledTimes(1);
  });

  test('masks a code that every object knows', () => {
    expect(formatError(...reported('secret', { code: 'constructor' })).message).toBe('Internal error');
  });

  test('keeps a fault of the client, and nothing else that it carries', () => {
    const shown = formatError(...reported('Syntax Error: x', { code: 'GRAPHQL_PARSE_FAILED', stacktrace: ['at x'] }));
    expect(shown).toEqual({
      message: 'Syntax Error: x',
      extensions: { code: 'GRAPHQL_PARSE_FAILED', requestId: undefined },
    });
  });

  test('tells a limit though validation gives it a code of its own', () => {
    const details = { limit: 'depth', allowed: 12, actual: 13 };
    const shown = formatError(...reported('Too deep.', { ...details, code: 'GRAPHQL_VALIDATION_FAILED' }));
    expect(shown.extensions).toEqual({ ...details, code: 'DOCUMENT_LIMIT_EXCEEDED', requestId: undefined });
  });

  test('says in words of our own that the schema is not told', () => {
    const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', validationErrorCode: 'INTROSPECTION_DISABLED' };
    expect(formatError(...reported('pass introspection: true to ApolloServer', extensions))).toEqual({
      message: 'This server does not tell its schema.',
      extensions: { code: 'INTROSPECTION_DISABLED', requestId: undefined },
    });
  });

  test.each([
    ['Argument "if" of non-null type "Boolean!" must not be null.', 'BAD_USER_INPUT'],
    ['Too many errors processing variables, error limit reached. Execution aborted.', 'BAD_USER_INPUT'],
    ['provided sha does not match query', 'BAD_REQUEST'],
    ['Unsupported persisted query version', 'BAD_REQUEST'],
  ])('knows that "%s" is a fault of the client', (message, code) => {
    expect(formatError(...reported(message, { code: 'INTERNAL_SERVER_ERROR' }))).toEqual({
      message,
      extensions: { code, requestId: undefined },
    });
  });
});
