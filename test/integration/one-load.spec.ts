import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { type Api, startApi } from '../support/api.js';
import { describeWithRedisServer } from '../support/redis-server.js';
import { onRedisAt, type RedisClient } from '../support/redis-client.js';

// Redis has 100 ms to answer, which a machine that stands still may take; a fault of ours shows each time.
jest.retryTimes(2);

const film = 1_000_000_001;
const query = `{ movie(tmdbId: ${film}) { title } }`;
const leaseOfFilm = `watchme:lease:movie.summary:v1:[${film},"en-US"]`;

describeWithRedisServer('one load for all processes', (server) => {
  let standIn: StandIn;
  let apis: [Api, Api];
  beforeEach(async () => {
    await server().restart();
    standIn = await startStandIn();
    const env = { REDIS_URL: server().url };
    apis = [await startApi(env, standIn), await startApi(env, standIn)];
  });
  afterEach(async () => {
    await Promise.all(apis.map((api) => api.close()));
    await standIn.close();
  });

  const onRedis = <T>(run: (client: RedisClient) => Promise<T>): Promise<T> => onRedisAt(server().url, run);

  async function expectFilm(api: Api): Promise<void> {
    const { data, errors } = await api.ask(query);
    expect(errors).toBeUndefined();
    expect(data.movie.title).toEqual(expect.any(String));
  }

  test('500 readers of one film on two processes make one call', async () => {
    // Late enough for all to have asked before it is answered.
    standIn.fault(/^\/movie\/\d+$/, { kind: 'delay', ms: 1500 });
    const calls: number[] = [];
    // A machine that stands still for the 100 ms that Redis has is no news; that it does so three times would be.
    for (let id = film; id < film + 3 && calls.at(-1) !== 1; id += 1) {
      const ask = (index: number) => apis[index % 2 === 0 ? 0 : 1].ask(`{ movie(tmdbId: ${id}) { title } }`);
      const answers = await Promise.all(Array.from({ length: 500 }, (_, index) => ask(index)));
      expect(answers.filter(({ errors }) => errors !== undefined)).toEqual([]);
      calls.push(standIn.calls.filter(({ path }) => path === `/movie/${id}`).length);
    }
    expect(calls.at(-1)).toBe(1);
    expect(Math.max(...calls)).toBeLessThanOrEqual(2);
    expect(await onRedis((redis) => redis.keys('watchme:lease:*'))).toEqual([]);
  });

  test('a stale film is refreshed by one of them, once', async () => {
    const stale = { storedAt: Date.now() - 3_600_000, freshUntil: Date.now() - 3_000_000 };
    await expectFilm(apis[0]);
    await onRedis(async (redis) => {
      const key = `watchme::movie.summary:v1:[${film},"en-US"]`;
      const entry = JSON.parse((await redis.get(key)) ?? '{}') as object;
      await redis.set(key, JSON.stringify({ ...entry, ...stale }));
    });
    const others = [
      await startApi({ REDIS_URL: server().url }, standIn),
      await startApi({ REDIS_URL: server().url }, standIn),
    ];
    standIn.reset();
    standIn.fault(/^\/movie\/\d+$/, { kind: 'delay', ms: 500 });
    await Promise.all(Array.from({ length: 20 }, (_, index) => expectFilm(others[index % 2]!)));
    while (standIn.calls.length === 0) await expectFilm(others[0]!);
    await Promise.all(others.map((api) => api.close()));
    expect(standIn.calls).toHaveLength(1);
  });

  test('a process that dies with the lease holds the others up for its rest, and no longer', async () => {
    await onRedis((redis) => redis.set(leaseOfFilm, 'somebody who died', { PX: 1500 }));
    const startedAt = Date.now();
    await expectFilm(apis[0]);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1000);
    expect(standIn.calls).toHaveLength(1);
  });

  test('rubbish in place of a lease holds nobody up', async () => {
    await onRedis(async (redis) => {
      await redis.hSet(leaseOfFilm, 'what', 'is this');
      await redis.set(leaseOfFilm.replace(String(film), String(film + 1)), 'for a day', { EX: 86_400 });
    });
    await expectFilm(apis[0]);
    const { errors } = await apis[0].ask(`{ movie(tmdbId: ${film + 1}) { title } }`);
    expect(errors).toBeUndefined();
    expect(standIn.calls).toHaveLength(2);
  });

  test('a lease is held while a load goes on, however slow it is', async () => {
    standIn.fault(/^\/movie\/\d+$/, { kind: 'delay', ms: 4000 });
    await Promise.all(apis.map(expectFilm));
    expect(standIn.calls).toHaveLength(1);
  });
});
