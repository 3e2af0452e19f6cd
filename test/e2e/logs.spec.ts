import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { TmdbClient } from '../../src/tmdb/tmdb.client.js';
import { type Api, startApi } from '../support/api.js';
import { CapturedLogs } from './captured-logs.js';
import { expectFault } from './client-fault.js';

const document = 'query Finder($words: String!) { searchMovies(query: $words) { totalCount } }';

let logs: CapturedLogs;
let api: Api;
beforeAll(async () => {
  logs = new CapturedLogs();
  api = await startApi({ LOG_LEVEL: 'info', TMDB_READ_TOKEN: 'very-secret-token' });
});
beforeEach(() => {
  api.standIn.reset();
  logs.clear();
});
afterAll(async () => {
  await api.close();
  logs.restore();
});

async function search(words: string, headers: Record<string, string> = {}): Promise<Response> {
  return api.fetch({ query: document, variables: { words } }, headers);
}

describe('the line of a request', () => {
  test('tells its ID, operation, duration and calls to TMDb', async () => {
    const response = await search('godzilla', { 'x-request-id': 'from-the-caller' });
    const line = await logs.lineOfRequest('from-the-caller');
    expect(response.headers.get('x-request-id')).toBe('from-the-caller');
    expect(line).toMatchObject({
      level: 30,
      time: expect.any(Number),
      operationName: 'Finder',
      durationMs: expect.any(Number),
      upstreamCalls: 1,
      req: { method: 'POST', path: '/graphql' },
      res: { status: 200 },
    });
    expect(line).not.toHaveProperty('errorCodes');
  });

  test('tells the first 100 characters of a name', async () => {
    const response = await api.fetch({ query: `query ${'N'.repeat(90_000)} { about { mode } }` });
    const line = await logs.lineOfRequest(response.headers.get('x-request-id'));
    expect(line.operationName).toBe('N'.repeat(100));
  });

  test('tells that the cache answered', async () => {
    await search('casablanca');
    const response = await search('casablanca');
    const line = await logs.lineOfRequest(response.headers.get('x-request-id'));
    expect(line.upstreamCalls).toBe(0);
  });

  test('tells the codes of its errors', async () => {
    const response = await api.fetch({ query: '{ a: movies(first: 0) { totalCount } b: movie { title } }' });
    const line = await logs.lineOfRequest(response.headers.get('x-request-id'));
    expect(line.errorCodes).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });

  test('is there for a request that never came to GraphQL', async () => {
    const response = await api.fetch('{');
    const line = await logs.lineOfRequest(response.headers.get('x-request-id'));
    expect(line).toMatchObject({ errorCodes: ['BAD_REQUEST'], res: { status: 400 } });
  });

  test('is the only one', async () => {
    const response = await search('metropolis');
    await logs.lineOfRequest(response.headers.get('x-request-id'));
    expect(logs.lines).toHaveLength(1);
  });

  test('is not written for health checks', async () => {
    await fetch(new URL('/health/live', api.url));
    const response = await search('nosferatu');
    await logs.lineOfRequest(response.headers.get('x-request-id'));
    expect(logs.all).not.toContain('/health');
  });
});

describe('logs', () => {
  test('hold no token, no variable, no query string, no header and no document', async () => {
    const secret = 'confidential-words';
    await search(secret, { authorization: `Bearer ${secret}`, cookie: `session=${secret}` });
    const parameters = new URLSearchParams({ query: document, variables: JSON.stringify({ words: secret }) });
    const headers = { 'apollo-require-preflight': '1', referer: `https://app.example/?q=${secret}` };
    const response = await fetch(`${api.url}?${parameters.toString()}`, { headers });
    await logs.lineOfRequest(response.headers.get('x-request-id'));
    expect(logs.all).not.toMatch(/confidential|very-secret|searchMovies|\?/);
  });

  test('hold no token and no address when TMDb fails', async () => {
    api.standIn.fault('*', { kind: 'status', status: 403 });
    const response = await search('vertigo');
    await logs.lineOfRequest(response.headers.get('x-request-id'));
    expect(logs.lines).toHaveLength(2);
    expect(logs.all).not.toMatch(/very-secret|127\.0\.0\.1:|vertigo|api_key|Bearer/);
  });

  test('tell the operator which variable to mend when TMDb does not take the token', async () => {
    api.standIn.fault('*', { kind: 'status', status: 401 });
    const response = await search('laura');
    const id = response.headers.get('x-request-id');
    await logs.lineOfRequest(id);
    expect(logs.lines[0]).toMatchObject({
      level: 50,
      requestId: id,
      reason: 'unauthorized',
      msg: expect.stringContaining('TMDB_READ_TOKEN'),
    });
  });
});

describe('an unexpected error', () => {
  const bug = new TypeError('reading https://api.example/3/genre?api_key=hunter2 failed');

  test('is masked to the client and logged once, whole, with the same request ID', async () => {
    const planted = jest.spyOn(TmdbClient.prototype, 'movieGenres').mockRejectedValue(bug);
    const response = await api.fetch({ query: '{ genres { name } }' });
    planted.mockRestore();
    const { message, extensions } = await expectFault(response, { status: 200, code: 'INTERNAL_SERVER_ERROR' });
    await logs.lineOfRequest(response.headers.get('x-request-id'));
    expect(message).toBe('Internal error');
    const errors = logs.lines.filter(({ level }) => level === 50 || level === 60);
    expect(errors).toMatchObject([
      { requestId: extensions.requestId, path: 'genres', err: { type: 'TypeError', message: bug.message } },
    ]);
    expect(errors[0]).toHaveProperty('err.stack', expect.stringContaining('logs.spec'));
  });
});
