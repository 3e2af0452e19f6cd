import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { filmList, wholeSearch } from '../e2e/queries/list-queries.js';
import { wholeMovie } from '../e2e/queries/movie-queries.js';
import { personFacts } from '../e2e/queries/person-queries.js';
import { type Api, startApi } from '../support/api.js';
import { describeWithRedisServer } from '../support/redis-server.js';
import { onRedisAt, type RedisClient } from '../support/redis-client.js';

// Redis has 100 ms to answer, which a machine that stands still may take; a fault of ours shows each time.
jest.retryTimes(2);

const documents: readonly (readonly [string, object?])[] = [
  [wholeMovie, { tmdbId: 1_000_000_001 }],
  [personFacts, { tmdbId: 1_000_000_001 }],
  [filmList, { list: 'POPULAR', first: 20 }],
  [wholeSearch, { query: 'the' }],
  ['{ genres { name } languages { code } countries { code } certifications { name } watchProviders { name } }'],
];

/** What may lie where the app keeps something. */
const rubbish: Readonly<Record<string, (redis: RedisClient, key: string) => Promise<unknown>>> = {
  text: (redis, key) => redis.set(key, 'rubbish'),
  'no text': (redis, key) => redis.set(key, ''),
  'bytes that are no text': (redis, key) => redis.set(key, Buffer.from([0xff, 0x00, 0xfe])),
  'half of it': async (redis, key) => redis.set(key, ((await redis.get(key).catch(() => null)) ?? '{').slice(0, 40)),
  'the entry of an older version': (redis, key) =>
    redis.set(key, JSON.stringify({ value: { old: true }, expires: Date.now() + 1e9 })),
  'an entry of another shape': (redis, key) =>
    redis.set(key, JSON.stringify({ storedAt: 'now', freshUntil: {}, value: 1 })),
  'a number': (redis, key) => redis.set(key, '99999999999999999999'),
  'a list': async (redis, key) => {
    await redis.del(key);
    await redis.rPush(key, ['a', 'b']);
  },
  'a hash': async (redis, key) => {
    await redis.del(key);
    await redis.hSet(key, { version: 'x', text: 'y' });
  },
  'a sorted set': async (redis, key) => {
    await redis.del(key);
    await redis.zAdd(key, { score: 1e18, value: 'x' });
  },
};

describeWithRedisServer('a Redis full of rubbish', (server) => {
  let standIn: StandIn;
  let apis: Api[];
  beforeEach(async () => {
    await server().restart();
    standIn = await startStandIn();
    apis = [];
  });
  afterEach(async () => {
    await Promise.all(apis.map((api) => api.close()));
    await standIn.close();
  });

  async function start(): Promise<Api> {
    const api = await startApi({ REDIS_URL: server().url, CHANGE_FEED_SECONDS: '60' }, standIn);
    apis.push(api);
    return api;
  }

  async function answersOf(api: Api): Promise<unknown[]> {
    const answers = [];
    for (const [query, variables] of documents) answers.push(await api.ask(query, variables));
    return answers;
  }

  function spoil(spoilOne: (redis: RedisClient, key: string) => Promise<unknown>): Promise<number> {
    return onRedisAt(server().url, async (redis) => {
      const keys = await redis.keys('watchme*');
      for (const key of keys) await spoilOne(redis, key);
      return keys.length;
    });
  }

  test.each(Object.entries(rubbish))('%s under every key: no error, and it is healed by use', async (_, spoilOne) => {
    const whole = await answersOf(await start());
    expect(JSON.stringify(whole)).not.toContain('"errors"');
    expect(await spoil(spoilOne)).toBeGreaterThan(30);
    expect(await answersOf(await start())).toEqual(whole);
    const healed = await start();
    healed.takeCalls();
    expect(await answersOf(healed)).toEqual(whole);
    expect(healed.takeCalls()).toEqual([]);
  });
});
