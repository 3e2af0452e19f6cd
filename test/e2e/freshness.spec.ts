import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { cheapHashing, signUp } from '../support/accounts.js';
import { type Answer, type Api, startApi } from '../support/api.js';
import { ShiftedClock } from './shifted-clock.js';

const explain = { 'x-watchme-extensions': 'cache' };
const film = 1_000_000_001;
const title = `{ movie(tmdbId: ${film}) { title } }`;

const clock = new ShiftedClock();
let api: Api;
beforeAll(async () => {
  api = await startApi(cheapHashing);
});
beforeEach(() => {
  clock.advanceMonths();
});
afterEach(() => api.standIn.reset());
afterAll(async () => {
  await api.close();
  clock.restore();
});

async function headersOf(query: string, headers?: Record<string, string>) {
  const response = await api.fetch({ query }, headers);
  await response.arrayBuffer();
  return { caching: response.headers.get('cache-control'), age: response.headers.get('age') };
}

/** What `extensions.cache` says of an answer. */
async function explained(query: string): Promise<Answer['data']> {
  const answer = (await api.ask(query, undefined, explain)) as Answer & { extensions: { cache: object } };
  return answer.extensions.cache;
}

/** `max-age` as a number. */
function maxAgeOf(caching: string | null): number {
  return Number(/max-age=(\d+)$/.exec(caching ?? '')?.[1]);
}

describe('Cache-Control and Age', () => {
  test('say how long an answer is good for everyone', async () => {
    const cold = await headersOf(title);
    expect(cold).toEqual({ caching: expect.stringMatching(/^public, max-age=\d+$/), age: '0' });
    // Five minutes, a tenth more or less.
    expect(maxAgeOf(cold.caching)).toBeGreaterThanOrEqual(268);
    expect(maxAgeOf(cold.caching)).toBeLessThanOrEqual(330);
    clock.advanceMinute();
    const warm = await headersOf(title);
    expect(Number(warm.age)).toBeGreaterThanOrEqual(60);
    expect(Math.abs(maxAgeOf(warm.caching) - maxAgeOf(cold.caching))).toBeLessThanOrEqual(1);
  });

  test('go by the least fresh part', async () => {
    await headersOf(title);
    clock.advanceMinute();
    const both = await headersOf(`{ movie(tmdbId: ${film}) { title } languages { code } }`);
    expect(Number(both.age)).toBeGreaterThanOrEqual(60);
    expect(maxAgeOf(both.caching)).toBeLessThanOrEqual(330);
  });

  test('of what is stale are short', async () => {
    await headersOf(title);
    api.standIn.fault('*', { kind: 'status', status: 500 });
    clock.advance(600_000);
    const stale = await headersOf(title);
    expect(Number(stale.age)).toBeGreaterThanOrEqual(600);
    expect(maxAgeOf(stale.caching) - Number(stale.age)).toBe(5);
  });

  test.each([
    ['holds an error', '{ genres { name } movie(tmdbId: 1) { title } people { nodes { name } } }'],
    ['reads nothing that ages', '{ about { mode } }'],
    ['is no query', 'mutation { logout(input: {}) { __typename } }'],
    ['could not be read', '{ movie( }'],
  ])('of what %s forbid keeping it', async (_, query) => {
    if (query.includes('people')) api.standIn.fault('/person/popular', { kind: 'status', status: 500 });
    const { caching, age } = await headersOf(query);
    expect(caching).toMatch(/^(private, )?no-store$/);
    expect(age).toBeNull();
  });

  test('of what was explained to one forbid keeping it for others', async () => {
    expect((await headersOf(title, explain)).caching).toBe('no-store');
  });

  test('are nobody else’s for whoever is signed in', async () => {
    const { headers } = await signUp(api);
    expect((await headersOf(title, headers)).caching).toMatch(/^private, max-age=/);
    expect((await headersOf('{ viewer { email } genres { name } }', headers)).caching).toBe('private, no-store');
  });
});

describe('extensions.cache', () => {
  test('is there for whoever asks, and for nobody else', async () => {
    expect(await api.ask(title)).not.toHaveProperty('extensions');
    expect(await api.ask(title, undefined, { 'x-watchme-extensions': 'other, cache' })).toHaveProperty(
      'extensions.cache',
    );
  });

  test('tells what was held, what was fetched and how old it is, by root field too', async () => {
    const query = `{ a: movie(tmdbId: ${film}) { title cast(first: 1) { nodes { name } } } genres { name } }`;
    const cold = { hits: 0, stale: 0, ageSeconds: 0 };
    expect(await explained(query)).toEqual({
      ...cold,
      misses: 3,
      upstreamCalls: 2,
      fields: { a: { ...cold, misses: 2 }, genres: { ...cold, misses: 1 } },
    });
    clock.advanceMinute();
    const warm = { stale: 0, misses: 0, ageSeconds: expect.any(Number) };
    const answer = await explained(query);
    expect(answer).toEqual({
      ...warm,
      hits: 3,
      upstreamCalls: 0,
      fields: { a: { ...warm, hits: 2 }, genres: { ...warm, hits: 1 } },
    });
    expect(answer.ageSeconds).toBeGreaterThanOrEqual(60);
  });

  test('counts what a list of films reads below it for the list', async () => {
    const { fields, misses } = await explained(
      '{ movies(first: 3) { nodes { title trailer { key } } } genres { name } }',
    );
    expect(misses).toBe(fields.movies.misses + fields.genres.misses);
    expect(fields).toMatchObject({ movies: { misses: 4 }, genres: { misses: 1 } });
  });

  test('is right where a part failed', async () => {
    await explained(title);
    api.standIn.fault('*', { kind: 'status', status: 500 });
    const cache = await explained(
      `{ movie(tmdbId: ${film}) { title cast(first: 1) { nodes { name } } } languages { code } }`,
    );
    expect(cache).toMatchObject({
      hits: 1,
      stale: 0,
      misses: 2,
      fields: { movie: { hits: 1, misses: 1 }, languages: { hits: 0, misses: 1, ageSeconds: null } },
    });
    // Each call and its three retries.
    expect(cache.upstreamCalls).toBe(8);
  });

  test('tells what is stale', async () => {
    await explained(title);
    clock.advance(600_000);
    expect(await explained(title)).toMatchObject({ hits: 0, stale: 1, misses: 0, upstreamCalls: 0 });
    for (let turns = 0; turns < 100_000 && (await explained(title)).stale > 0; turns += 1) await nextTurn();
    expect(await explained(title)).toMatchObject({ hits: 1, stale: 0 });
  });
});
