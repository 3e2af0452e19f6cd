import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { signUp } from '../support/accounts.js';
import { type Answer, type Api, startApi } from '../support/api.js';
import { catalogue } from './subjects.js';

let api: Api;

beforeEach(async () => {
  api = await startApi({ RATE_LIMIT_CALLS_PER_MINUTE: '5', TRUSTED_PROXIES: '1', CORS_ORIGINS: 'https://app.example' });
});
afterEach(() => api.close());

const films = catalogue.films.slice(0, 12).map(({ id }) => id);
const byNumber = 'query ($ids: [Int!]!) { moviesByTmdbIds(tmdbIds: $ids) { tmdbId } }';

function ask(ids: readonly number[], headers: Record<string, string> = {}, query = byNumber): Promise<Response> {
  return api.fetch({ query, variables: { ids } }, headers);
}

async function answerOf(response: Response): Promise<Answer> {
  return (await response.json()) as Answer;
}

describe('A client over its budget', () => {
  test('still has what is cached, and the rest is null with the time to wait', async () => {
    expect((await answerOf(await ask(films.slice(0, 3)))).errors).toBeUndefined();
    const response = await ask(films.slice(0, 8));
    expect(response.status).toBe(200);
    const { data, errors = [] } = await answerOf(response);
    expect(data.moviesByTmdbIds.filter((film: unknown) => film !== null)).toHaveLength(5);
    expect(errors).toHaveLength(3);
    for (const { extensions } of errors) expect(extensions).toMatchObject({ code: 'RATE_LIMITED', retryable: true });
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(api.takeCalls()).toHaveLength(5);
  });

  test('gets a 429 where nothing is left to answer', async () => {
    await ask(films.slice(0, 5));
    const response = await api.fetch({ query: '{ languages { code } __typename }' });
    expect(response.status).toBe(200);
    const empty = await api.fetch({ query: '{ languages { code } }' });
    expect(empty.status).toBe(429);
    expect(empty.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await answerOf(empty)).data).toEqual({ languages: null });
  });

  test('does not hold up others, not even those who ask for the same', async () => {
    await ask(films.slice(0, 5), { 'x-forwarded-for': '192.0.2.1' });
    const [refused, answered] = await Promise.all([
      ask(films.slice(6, 8), { 'x-forwarded-for': '192.0.2.1' }),
      ask(films.slice(6, 8), { 'x-forwarded-for': '192.0.2.2' }),
    ]);
    expect((await answerOf(answered)).errors).toBeUndefined();
    expect([200, 429]).toContain(refused.status);
  });

  test('is told by its account, too', async () => {
    const { headers } = await signUp(api);
    await ask(films.slice(0, 5), { ...headers, 'x-forwarded-for': '192.0.2.1' });
    const elsewhere = await ask(films.slice(5, 6), { ...headers, 'x-forwarded-for': '192.0.2.2' });
    expect((await answerOf(elsewhere)).errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    expect((await answerOf(await ask(films.slice(5, 6), { 'x-forwarded-for': '192.0.2.2' }))).errors).toBeUndefined();
  });
});

describe('RateLimit and RateLimit-Policy', () => {
  test('say what is left, and cached answers cost nothing', async () => {
    const headersOf = async (ids: readonly number[]) => {
      const { headers } = await ask(ids, { origin: 'https://app.example' });
      expect(headers.get('access-control-expose-headers')).toContain('RateLimit,RateLimit-Policy');
      expect(headers.get('ratelimit-policy')).toBe('"calls";q=5;w=60');
      return /^"calls";r=(\d+);t=\d+$/.exec(headers.get('ratelimit') ?? '')?.[1];
    };
    expect(await headersOf(films.slice(0, 2))).toBe('3');
    expect(await headersOf(films.slice(0, 2))).toBe('3');
    expect(await headersOf(films.slice(0, 3))).toBe('2');
  });

  test('are not there without a budget', async () => {
    const free = await startApi();
    try {
      const { headers } = await free.fetch({ query: '{ __typename }' });
      expect([headers.get('ratelimit'), headers.get('ratelimit-policy')]).toEqual([null, null]);
    } finally {
      await free.close();
    }
  });
});
