import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { afterEach, expect, jest, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { type Api, startApi } from '../support/api.js';
import { mostInSlidingSecond } from '../support/most-in-second.js';
import { describeWithRedisServer } from '../support/redis-server.js';
import { catalogue } from './subjects.js';

// Redis has 100 ms to answer, which a machine that stands still may take; a fault of ours shows each time.
jest.retryTimes(2);

const budgeted = { UPSTREAM_RATE_PER_SECOND: '34', TMDB_DEADLINE_MS: '3000', TRUSTED_PROXIES: '1' };
const film = 'query($id: Int!, $locale: Locale) { movie(tmdbId: $id, locale: $locale) { title } }';
const locales = ['en', 'de', 'fr', 'es', 'it', 'pt'];
const ids = catalogue.films.map(({ id }) => id);

/** A read that nobody has made yet, another for each number. */
function coldRead(number: number) {
  return { id: ids[number % ids.length], locale: locales[Math.floor(number / ids.length) % locales.length] };
}

let apis: Api[] = [];
afterEach(async () => {
  await Promise.all(apis.map((api) => api.close()));
});

test('who asks for 100 unknown films a second does not hold up another who asks for ten', async () => {
  const api = await startApi(budgeted);
  apis = [api];
  const ask = (address: string, number: number) => api.ask(film, coldRead(number), { 'x-forwarded-for': address });
  const greedy: Promise<unknown>[] = [];
  for (let asked = 0; asked < 150; asked += 1) {
    greedy.push(ask('198.51.100.1', asked));
    await pause(10);
  }
  const others = Array.from({ length: 10 }, async (_, index) => {
    const startedAt = Date.now();
    const { errors } = await ask('203.0.113.2', 500 + index);
    return { errors, ms: Date.now() - startedAt };
  });
  const more = Array.from({ length: 50 }, (_, index) => ask('198.51.100.1', 200 + index));
  for (const { errors, ms } of await Promise.all(others)) {
    expect(errors).toBeUndefined();
    expect(ms).toBeLessThan(1000);
  }
  await Promise.all([...greedy, ...more]);
});

describeWithRedisServer('four processes with one budget', (server) => {
  test('never ask more than 40 times in a second, not even as Redis is killed and comes back', async () => {
    await server().restart();
    const standIn: StandIn = await startStandIn();
    apis = await Promise.all([1, 2, 3, 4].map(() => startApi({ ...budgeted, REDIS_URL: server().url }, standIn)));
    // Until each has heard how many they are.
    await pause(2500);
    const asked: Promise<unknown>[] = [];
    const askFor = async (from: number, seconds: number) => {
      for (let sent = 0; sent < seconds * 50; sent += 1) {
        asked.push(apis[sent % 4]!.ask(film, coldRead(from + sent)));
        await pause(20);
      }
    };
    await askFor(0, 2);
    await server().kill();
    const withoutFrom = Date.now();
    await askFor(150, 3);
    const without = standIn.calls.filter(({ at }) => at > withoutFrom);
    await server().restart();
    await askFor(350, 3);
    await Promise.all(asked);
    await Promise.all(apis.map((api) => api.close()));
    apis = [];
    const calls = standIn.calls.map(({ at }) => at);
    await standIn.close();
    expect(mostInSlidingSecond(calls)).toBeLessThanOrEqual(40);
    // The four shares are put to use.
    expect(without.length).toBeGreaterThan(30);
  }, 60_000);
});
