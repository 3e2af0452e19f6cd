import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { TestClock } from '../../../test/support/cache-rig.js';
import { type RedisCommands, SharedRedis } from '../redis/shared-redis.js';
import { Cluster } from './cluster.service.js';

Logger.overrideLogger(false);

/** A Redis that answers each script as a test says, and notes the keys asked for. */
class FakeRedis implements RedisCommands {
  readonly asked: { keys: string[]; arguments: string[] }[] = [];
  answer: (keys: string[]) => Promise<unknown> = async (keys) => (keys.length === 3 ? [1, '', ''] : 1);

  eval(_script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown> {
    this.asked.push(options);
    return this.answer(options.keys);
  }

  async ping(): Promise<string> {
    return 'PONG';
  }
}

const refuse = () => Promise.reject(new Error('down'));
const hang = () => new Promise<never>(() => undefined);

function setUp() {
  const redis = new FakeRedis();
  const clock = new TestClock();
  const cluster = new Cluster({ redis: new SharedRedis(redis, { clock: clock.read, limitMs: 1 }) });
  const heard: string[] = [];
  cluster.watch('it', (text) => heard.push(text));
  return { redis, clock, cluster, heard };
}

describe('Cluster without Redis', () => {
  test('has every task, and tells its own listeners', async () => {
    const cluster = new Cluster({});
    const heard: string[] = [];
    cluster.watch('it', (text) => heard.push(text));
    cluster.onApplicationBootstrap();
    expect(await cluster.tryLock('task', 1000)).toBe(true);
    expect(await cluster.publish('it', 'news')).toBe(true);
    await cluster.release('task');
    await cluster.beat();
    expect(heard).toEqual(['news']);
    expect(cluster.lastCount()).toBeNull();
    await cluster.beforeApplicationShutdown();
  });
});

describe('Cluster', () => {
  test('keeps the last count while Redis is away', async () => {
    const { cluster, redis } = setUp();
    expect(cluster.lastCount()).toBeNull();
    redis.answer = async () => [3, '', ''];
    await cluster.beat();
    redis.answer = refuse;
    await cluster.beat();
    expect(cluster.lastCount()).toBe(3);
  });

  test.each([
    ['is down', refuse],
    ['hangs', hang],
    ['answers rubbish', async () => 'OK'],
  ])('has no task while Redis %s, and says that nothing was stored, with its own listeners told', async (_, answer) => {
    const { cluster, redis, heard } = setUp();
    redis.answer = answer;
    expect(await cluster.tryLock('task', 1000)).toBe(false);
    await expect(cluster.beat()).resolves.toBeUndefined();
    redis.answer = refuse;
    expect(await cluster.publish('it', 'news')).toBe(false);
    expect([heard, cluster.lastCount()]).toEqual([['news'], null]);
  });

  test('asks for a document by the version that its listeners have', async () => {
    const { cluster, redis, heard } = setUp();
    redis.answer = async () => [1, 'v1', 'one'];
    await cluster.beat();
    redis.answer = async () => [1, '', ''];
    await cluster.beat();
    expect(heard).toEqual(['one']);
    expect(redis.asked.map(({ arguments: texts }) => texts.at(-1))).toEqual(['', 'v1']);
  });

  test('tells a later listener of the same document too', async () => {
    const { cluster, redis, heard } = setUp();
    redis.answer = async () => [1, 'v1', 'one'];
    await cluster.beat();
    const later: string[] = [];
    cluster.watch('it', (text) => later.push(text));
    await cluster.beat();
    expect(redis.asked.at(-1)?.arguments.at(-1)).toBe('');
    expect([heard, later]).toEqual([['one', 'one'], ['one']]);
  });

  test('passes over an answer that a text of its own has made old', async () => {
    const { cluster, redis, heard } = setUp();
    const old = Promise.withResolvers<unknown>();
    redis.answer = (keys) => (keys.length === 3 ? old.promise : Promise.resolve(1));
    const beat = cluster.beat();
    const stored = cluster.publish('it', 'new');
    old.resolve([1, 'v0', 'old']);
    await Promise.all([beat, stored]);
    expect(heard).toEqual(['new']);
  });

  test('goes on when a listener or the description fails', async () => {
    const { cluster, redis } = setUp();
    const heard: string[] = [];
    cluster.watch('bad', () => {
      throw new Error('a bad listener');
    });
    cluster.watch('bad', (text) => heard.push(text));
    cluster.describe(() => {
      throw new Error('a bad description');
    });
    redis.answer = async () => [2, '', '', 'v1', 'one'];
    await cluster.beat();
    expect([heard, cluster.lastCount()]).toEqual([['one'], 2]);
  });

  test('sends one beat at a time', async () => {
    const { cluster, redis } = setUp();
    await Promise.all([cluster.beat(), cluster.beat()]);
    expect(redis.asked).toHaveLength(1);
  });
});

describe('the life of a Cluster', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('beats at the start and once a second until the app ends, then leaves', async () => {
    const { cluster, redis } = setUp();
    cluster.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(3000);
    expect(redis.asked).toHaveLength(4);
    await cluster.tryLock('task', 1000);
    await cluster.beforeApplicationShutdown();
    const [left, released] = redis.asked.slice(-2).map(({ keys }) => keys);
    expect([left, released]).toEqual([
      ['watchme:cluster:heartbeats', `watchme:process:${cluster.id}`],
      ['watchme:cluster:lock:task'],
    ]);
    const before = redis.asked.length;
    await jest.advanceTimersByTimeAsync(10_000);
    await cluster.beat();
    expect(await cluster.tryLock('task', 1000)).toBe(false);
    expect(redis.asked).toHaveLength(before);
  });

  test('does not hold up the end for a Redis that hangs', async () => {
    const { cluster, redis } = setUp();
    redis.answer = hang;
    const closed = cluster.beforeApplicationShutdown();
    await jest.advanceTimersByTimeAsync(1);
    await expect(closed).resolves.toBeUndefined();
  });
});
