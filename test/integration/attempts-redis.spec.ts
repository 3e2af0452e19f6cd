import { createClient } from '@keyv/redis';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AppConfig } from '../../src/config/app-config.js';
import { ConfigModule } from '../../src/config/config.module.js';
import { AttemptsModule } from '../../src/platform/attempts/attempts.module.js';
import { AttemptsService } from '../../src/platform/attempts/attempts.service.js';
import { SharedRedis } from '../../src/platform/redis/shared-redis.js';
import { FaultLog } from '../../src/platform/redis/fault-log.js';
import { RedisStore } from '../../src/platform/redis/redis-store.js';
import {
  describeAttemptsContract,
  freshAttemptKey,
  tryTogether,
  tryUntilRefused,
} from '../support/attempts-contract.js';
import { TestClock } from '../support/cache-rig.js';
import { describeWithRedis, describeWithRedisServer, type RedisServer } from '../support/redis-server.js';

const silent = new FaultLog({ warn: () => undefined, log: () => undefined });
const secret = 'a secret of a test, 32 bytes long';

describeWithRedis('AttemptsService on a real Redis', (redisUrl) => {
  const store = storeOfSuite(redisUrl);
  const open = (clock: TestClock) => serviceOn(store(), clock);

  describeAttemptsContract('counts as without', open);

  test('counts for all processes together', async () => {
    const clock = new TestClock();
    const services = [open(clock), open(clock), open(clock)];
    const key = freshAttemptKey();
    expect(await tryTogether(services, [key], 60)).toBe(10);
    clock.advance(30_000);
    expect(await tryTogether(services, [key], 60)).toBe(1);
  });

  test('begins anew in all processes after a success in one', async () => {
    const clock = new TestClock();
    const [first, second] = [open(clock), open(clock)];
    const key = freshAttemptKey();
    await tryUntilRefused(first, [key]);
    await tryUntilRefused(second, [key]);
    await second.succeeded([key]);
    expect(await tryUntilRefused(first, [key])).toMatchObject({ tried: 10 });
  });

  test('takes rates for all processes together', async () => {
    const services = [open(new TestClock()), open(new TestClock())];
    const key = { ...freshAttemptKey(), points: 3, windowSeconds: 60 };
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, index) => services[index % 2]!.takeOne(key)));
    expect(outcomes.filter(({ allowed }) => allowed)).toHaveLength(3);
    expect(outcomes.at(-1)).toEqual({ allowed: false, retryAfterSeconds: 60 });
  });

  test('leaves nothing in clear, and Redis itself ends it', async () => {
    const attempts = open(new TestClock());
    const key = freshAttemptKey({ scope: 'clear', forgetAfterSeconds: 60 });
    await attempts.tryOnce([key]);
    await attempts.takeOne({ ...key, points: 1, windowSeconds: 60 });
    const { client } = store();
    const [attempt = '', ...others] = await client.keys('watchme:attempts:clear:*');
    const [rate = ''] = await client.keys('watchme:rate:clear:*');
    expect(others).toEqual([]);
    expect(attempt).toMatch(/^watchme:attempts:clear:[\w-]{43}$/);
    expect(await client.get(attempt)).toMatch(/^1 0 \d{13}$/);
    for (const name of [attempt, rate]) {
      expect(await client.pTTL(name)).toBeGreaterThan(50_000);
      expect(await client.pTTL(name)).toBeLessThanOrEqual(60_000);
    }
  });

  test('replaces rubbish', async () => {
    const attempts = open(new TestClock());
    const key = freshAttemptKey({ scope: 'rubbish' });
    await attempts.tryOnce([key]);
    const [name = ''] = await store().client.keys('watchme:attempts:rubbish:*');
    await store().client.set(name, 'rubbish');
    expect(await tryUntilRefused(attempts, [key])).toMatchObject({ tried: 9 });
  });

  test('comes with a module that shares the connection of the cache', async () => {
    const key = freshAttemptKey();
    const before = await connections(redisUrl());
    const first = await openApp(redisUrl());
    expect((await connections(redisUrl())) - before).toBe(1);
    await tryUntilRefused(first.get(AttemptsService), [key]);
    const second = await openApp(redisUrl());
    expect(await second.get(AttemptsService).tryOnce([key])).toMatchObject({ allowed: false });
    await Promise.all([first.close(), second.close()]);
  });
});

test('AttemptsModule needs no Redis', async () => {
  const app = await openApp(undefined);
  expect(await tryUntilRefused(app.get(AttemptsService), [freshAttemptKey()])).toMatchObject({ tried: 10 });
  await app.close();
});

describeWithRedisServer('AttemptsService and a Redis in trouble', (server) => {
  test.each<[string, (server: RedisServer) => unknown, (server: RedisServer) => unknown]>([
    ['is killed and restarted empty', (it) => it.kill(), (it) => it.restart()],
    ['hangs and goes on', (it) => it.pause(), (it) => it.resume()],
  ])('%s: it opens at no time, and is used again', async (_, spoil, mend) => {
    const { attempts, clock, store } = await connect(server().url);
    const [spent, half, fresh] = [freshAttemptKey(), freshAttemptKey(), freshAttemptKey()];
    const rate = { ...freshAttemptKey(), points: 2, windowSeconds: 3600 };
    await tryUntilRefused(attempts, [spent]);
    for (let tried = 0; tried < 6; tried += 1) await attempts.tryOnce([half]);
    await attempts.takeOne(rate);

    await spoil(server());
    expect(await tryTogether([attempts], [spent], 20)).toBe(0);
    expect(await tryTogether([attempts], [half], 20)).toBe(4);
    expect(await tryTogether([attempts], [fresh], 20)).toBe(10);
    expect(await attempts.takeOne(rate)).toEqual({ allowed: true });
    expect(await attempts.takeOne(rate)).toMatchObject({ allowed: false });

    await mend(server());
    await untilShared(attempts, clock, store);
    const waited = clock.nowMs;
    for (const key of [spent, half, fresh]) {
      // Another process hears what this one counted while Redis was away.
      await attempts.tryOnce([key]);
      const other = serviceOn(store, clock);
      expect((await tryUntilRefused(other, [key])).tried).toBeLessThanOrEqual(1);
    }
    expect(await attempts.takeOne(rate)).toMatchObject({ allowed: false });
    expect(clock.nowMs).toBe(waited);
    await store.onApplicationShutdown();
  });

  test.each<[string, (server: RedisServer) => unknown, (server: RedisServer) => unknown]>([
    ['killed', (it) => it.kill(), (it) => it.restart()],
    ['hung', (it) => it.pause(), (it) => it.resume()],
  ])('keeps a success of the time when Redis was %s', async (_, spoil, mend) => {
    const { attempts, clock, store } = await connect(server().url);
    const key = freshAttemptKey();
    await tryUntilRefused(attempts, [key]);
    await spoil(server());
    await attempts.succeeded([key]);
    await mend(server());
    await untilShared(attempts, clock, store);
    expect(await attempts.tryOnce([key])).toEqual({ allowed: true });
    expect(await tryUntilRefused(serviceOn(store, clock), [key])).toMatchObject({ tried: 9 });
    await store.onApplicationShutdown();
  });

  test('is away when the process starts: it counts all the same, and uses Redis later', async () => {
    await server().kill();
    const { attempts, clock, store } = await connect(server().url);
    expect(await tryTogether([attempts], [freshAttemptKey()], 20)).toBe(10);
    await server().restart();
    await untilShared(attempts, clock, store);
    await store.onApplicationShutdown();
  });
});

function serviceOn(store: RedisStore, clock: TestClock): AttemptsService {
  return new AttemptsService({
    secret,
    clock: clock.read,
    redis: new SharedRedis(store.client, { clock: clock.read }),
  });
}

async function connect(url: string) {
  const store = await RedisStore.open(url, silent);
  await store.firstContact(5000);
  const clock = new TestClock();
  return { store, clock, attempts: serviceOn(store, clock) };
}

/** Goes on trying, a second of the service's time apart, until another process hears of it. */
async function untilShared(attempts: AttemptsService, clock: TestClock, store: RedisStore): Promise<void> {
  for (;;) {
    const key = freshAttemptKey({ freeTries: 1 });
    await attempts.tryOnce([key]);
    if (!(await serviceOn(store, clock).tryOnce([key])).allowed) return;
    clock.advance(1000);
    // The client reconnects by the machine's clock; each attempt ends one way or the other.
    await store.firstContact(1000);
  }
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

/** How many clients Redis has, the asking one apart. */
async function connections(url: string): Promise<number> {
  const client = createClient({ url });
  await client.connect();
  const clients = await client.clientList();
  client.destroy();
  return clients.length - 1;
}

function openApp(redisUrl: string | undefined) {
  const config = {
    cache: { redisUrl, ttlSeconds: 300, memoryMegabytes: 1 },
    auth: { jwtSecret: secret },
  } as AppConfig;

  @Module({ imports: [ConfigModule.forRoot(config), AttemptsModule] })
  class TestModule {}

  return NestFactory.createApplicationContext(TestModule, { logger: false });
}
