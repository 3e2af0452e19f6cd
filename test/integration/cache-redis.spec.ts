import { createClient } from '@keyv/redis';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AppConfig } from '../../src/config/app-config.js';
import { ConfigModule } from '../../src/config/config.module.js';
import { CacheModule } from '../../src/platform/cache/cache.module.js';
import { CacheService } from '../../src/platform/cache/cache.service.js';
import { FaultLog } from '../../src/platform/redis/fault-log.js';
import { Leases } from '../../src/platform/cache/leases.js';
import { RedisLayer } from '../../src/platform/cache/redis-layer.js';
import { RedisStore } from '../../src/platform/redis/redis-store.js';
import { SharedRedis } from '../../src/platform/redis/shared-redis.js';
import { describeCacheContract } from '../support/cache-contract.js';
import { describeLifetimesContract } from '../support/cache-lifetimes-contract.js';
import { failingLoad, freshKey, type OpenCache, openCacheOn, settleWrites, TestClock } from '../support/cache-rig.js';
import { describeSharedCacheContract } from '../support/cache-shared-contract.js';
import { describeWithRedis, describeWithRedisServer, type RedisServer } from '../support/redis-server.js';

const silent = new FaultLog({ warn: () => undefined, log: () => undefined });

describeWithRedis('on a real Redis', (redisUrl) => {
  const store = storeOfSuite(redisUrl);
  const open: OpenCache = (options) => openCacheOn(store().keyv)(options);
  describeCacheContract('CacheService on Redis', open);
  describeLifetimesContract('CacheService on Redis: lifetimes', open);
  describeSharedCacheContract('CacheServices that share a Redis', open);

  test('the module brings a cache that shares, and closes', async () => {
    const key = freshKey();
    for (const value of ['first', 'second']) {
      const app = await openApp(redisUrl());
      expect(await app.get(CacheService).readThrough(key, async () => value)).toBe('first');
      await app.close();
    }
  });

  describe('what lies in Redis', () => {
    const redis = rawClient(redisUrl);

    test('is under our namespace, and Redis itself ends it', async () => {
      const cache = open();
      const key = freshKey();
      await cache.readThrough(key, async () => ({ title: 'A film' }));
      await settleWrites(cache);
      const text = await redis().get(`watchme::${key.text}`);
      expect(JSON.parse(text!)).toEqual({
        storedAt: expect.any(Number),
        freshUntil: expect.any(Number),
        value: { title: 'A film' },
      });
      expect(await redis().pTTL(`watchme::${key.text}`)).toBeLessThanOrEqual(60_000);
      await cache.delete(key);
      expect(await redis().exists(`watchme::${key.text}`)).toBe(0);
    });

    test('is replaced when it is rubbish or of a wrong type, one of many keys too', async () => {
      const keys = [freshKey(), freshKey(), freshKey(), freshKey()];
      const [text, list, hash, good] = keys.map((key) => `watchme::${key.text}`) as [string, string, string, string];
      await redis().set(text, 'rubbish');
      await redis().lPush(list, 'rubbish');
      await redis().hSet(hash, 'rubbish', 'rubbish');
      await redis().set(good, JSON.stringify({ value: 'held', storedAt: Date.now(), freshUntil: Date.now() + 9000 }));
      const cache = open();
      const values = await cache.readThroughMany(
        keys,
        async (missing) => new Map(missing.map(({ text: t }) => [t, 'new'])),
      );
      expect(values).toEqual(['new', 'new', 'new', 'held']);
      await settleWrites(cache);
      expect(await open().readThroughMany(keys, failingLoad)).toEqual(['new', 'new', 'new', 'held']);
      expect(cache.stats().redisFaults).toBe(0);
    });
  });
});

describeWithRedisServer('CacheService and a Redis in trouble', (server) => {
  const redis = rawClient(() => server().url);

  test.each<[string, (server: RedisServer) => unknown, (server: RedisServer) => unknown]>([
    ['is killed and restarted empty', (it) => it.kill(), (it) => it.restart()],
    ['hangs and goes on', (it) => it.pause(), (it) => it.resume()],
  ])('%s: no error, at most one wait, and it comes back by itself', async (_, spoil, mend) => {
    const { cache, clock, store } = await connect(server().url);
    await spoil(server());
    expect(await readAnew(cache)).toBe('from the source');
    const { redisReads, redisFaults } = cache.stats();
    expect(redisFaults).toBeGreaterThan(0);
    for (let reads = 0; reads < 50; reads += 1) expect(await readAnew(cache)).toBe('from the source');
    // None of the 50 asked Redis, so none can have waited for it.
    expect(cache.stats()).toMatchObject({ redisReads, redisFaults });

    await mend(server());
    await untilShared(cache, clock, store);
    await store.onApplicationShutdown();
  });

  test('is full: reads go on and nobody hears of it', async () => {
    const { cache, clock, store } = await connect(server().url);
    const key = freshKey();
    await cache.readThrough(key, async () => 'stored');
    await settleWrites(cache);
    await redis().configSet('maxmemory', '1');
    expect(await readAnew(cache)).toBe('from the source');
    await settleWrites(cache);
    // The lease that could not be had, and the write.
    expect(cache.stats().redisFaults).toBe(2);
    const { redisReads } = cache.stats();
    expect(await readAnew(cache)).toBe('from the source');
    expect(cache.stats().redisReads).toBe(redisReads + 1);
    const other = openCacheOn(store.keyv)({ clock });
    expect(await other.readThrough(key, failingLoad)).toBe('stored');
    await redis().configSet('maxmemory', '0');
    await untilShared(cache, clock, store);
    await store.onApplicationShutdown();
  });

  test('is away when the process starts: it starts all the same, and finds it later', async () => {
    await server().kill();
    const { cache, clock, store } = await connect(server().url);
    expect(await readAnew(cache)).toBe('from the source');
    await server().restart();
    await untilShared(cache, clock, store);
    await store.onApplicationShutdown();
  });

  test.each<[string, (server: RedisServer) => unknown]>([
    ['well', () => undefined],
    ['hung', (it) => it.pause()],
    ['gone', (it) => it.kill()],
  ])('is %s at shutdown: it is let go', async (state, spoil) => {
    const { cache, store } = await connect(server().url);
    const key = freshKey();
    await cache.readThrough(key, async () => 'the last');
    await spoil(server());
    cache.onApplicationShutdown();
    await store.onApplicationShutdown();
    await store.onApplicationShutdown();
    expect(await readAnew(cache)).toBe('from the source');
    server().resume();
    if (state === 'gone') await server().restart();
    if (state === 'well') expect(await redis().exists(`watchme::${key.text}`)).toBe(1);
  });
});

function openApp(redisUrl: string) {
  const config = { cache: { redisUrl, ttlSeconds: 300, memoryMegabytes: 1 } } as AppConfig;

  @Module({ imports: [ConfigModule.forRoot(config), CacheModule] })
  class TestModule {}

  return NestFactory.createApplicationContext(TestModule, { logger: false });
}

/** The store of a suite, closed at its end. */
function storeOfSuite(redisUrl: () => string): () => RedisStore {
  let store: RedisStore | undefined;
  beforeAll(async () => {
    store = await RedisStore.open(redisUrl(), silent);
    await store.firstContact(5000);
  });
  afterAll(() => store?.onApplicationShutdown());
  return () => store!;
}

/** A client of the test's own, to look at Redis past the cache. */
function rawClient(redisUrl: () => string) {
  let client: ReturnType<typeof createClient> | undefined;
  beforeAll(async () => {
    client = createClient({ url: redisUrl() });
    client.on('error', () => undefined);
    await client.connect();
  });
  afterAll(() => client?.destroy());
  return () => client!;
}

async function connect(url: string) {
  const store = await RedisStore.open(url, silent);
  await store.firstContact(5000);
  const clock = new TestClock();
  const shared = new SharedRedis(store.client, { clock: clock.read });
  const redis = new RedisLayer(store.keyv, { clock: clock.read, health: shared.health });
  const leases = new Leases(shared);
  return { store, clock, cache: new CacheService({ memoryBytes: 1_000_000, redis, leases, clock: clock.read }) };
}

/** Reads what is nowhere yet, so that Redis is asked if the cache dares. */
function readAnew(cache: CacheService): Promise<string | null> {
  return cache.readThrough(freshKey(), async () => 'from the source');
}

/** Goes on reading, a second of the cache's time apart, until what it stores is found by another process. */
async function untilShared(cache: CacheService, clock: TestClock, store: RedisStore): Promise<void> {
  for (;;) {
    const key = freshKey();
    expect(await cache.readThrough(key, async () => 'from the source')).toBe('from the source');
    await settleWrites(cache);
    const other = openCacheOn(store.keyv)({ clock });
    if ((await other.readThrough(key, async () => 'not shared')) === 'from the source') return;
    clock.advance(1000);
    // The client reconnects by the machine's clock; each attempt ends one way or the other.
    await store.firstContact(1000);
  }
}
