import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { SharedRedis } from '../../src/platform/redis/shared-redis.js';
import { FaultLog } from '../../src/platform/redis/fault-log.js';
import { RedisStore } from '../../src/platform/redis/redis-store.js';
import { Cluster } from '../../src/platform/cluster/cluster.service.js';
import { describeWithRedisServer } from '../support/redis-server.js';

const silent = new FaultLog({ warn: () => undefined, log: () => undefined });
/** Short of the real ones, so that nobody waits ten seconds for a death. */
const times = { beatMs: 50, silenceMs: 500 };

describeWithRedisServer('Cluster on a real Redis', (server) => {
  const stores: RedisStore[] = [];
  let one: Cluster;
  let other: Cluster;

  beforeEach(async () => {
    await server().restart();
    [one, other] = [await join(), await join()];
  });
  afterEach(async () => {
    server().resume();
    await Promise.all([one, other].map((cluster) => cluster.beforeApplicationShutdown()));
    await Promise.all(stores.splice(0).map((store) => store.onApplicationShutdown()));
  });

  async function connect(): Promise<RedisStore> {
    const store = await RedisStore.open(server().url, silent);
    await store.firstContact(5000);
    stores.push(store);
    return store;
  }

  async function join(): Promise<Cluster> {
    const { client } = await connect();
    const cluster = new Cluster({ redis: new SharedRedis(client, { limitMs: 1000, holdOffMs: 50 }), ...times });
    cluster.onApplicationBootstrap();
    return cluster;
  }

  /** Ends a process without a farewell, as a crash does. */
  function kill(index: number): void {
    stores[index]!.client.destroy();
  }

  async function until(isSo: () => unknown): Promise<void> {
    for (let round = 0; round < 500; round += 1) {
      if ((await isSo()) === true) return;
      await pause(10);
    }
    throw new Error('It was not so within five seconds.');
  }

  test('counts those that live', async () => {
    await until(() => one.lastCount() === 2 && other.lastCount() === 2);
    await other.beforeApplicationShutdown();
    await until(() => one.lastCount() === 1);
    other = await join();
    await until(() => one.lastCount() === 2);
  });

  test('counts one that was killed no more, and keeps the count while Redis is away', async () => {
    await until(() => one.lastCount() === 2);
    kill(1);
    await until(() => one.lastCount() === 1);
    expect(other.lastCount()).toBe(2);
  });

  test('has a text in the other process with its next beat', async () => {
    const heard: string[] = [];
    const { client } = await connect();
    const still = new Cluster({ redis: new SharedRedis(client, { limitMs: 1000 }) });
    still.watch('news', (text) => heard.push(text));
    await still.beat();
    expect(await one.publish('news', 'one')).toBe(true);
    expect(heard).toEqual([]);
    await still.beat();
    expect(heard).toEqual(['one']);
  });

  test('gives each text once to those who listen, and the last one to who comes later', async () => {
    const heard: [string[], string[], string[]] = [[], [], []];
    one.watch('news', (text) => heard[0].push(text));
    other.watch('news', (text) => heard[1].push(text));
    await one.publish('news', 'one');
    await until(() => heard[1].length === 1);
    await other.publish('news', '');
    await until(() => heard[0].length === 2);
    const later = await join();
    later.watch('news', (text) => heard[2].push(text));
    await until(() => heard[2].length === 1);
    await pause(3 * times.beatMs);
    expect(heard).toEqual([['one', ''], ['one', ''], ['']]);
    await later.beforeApplicationShutdown();
  });

  test('gives a task to one, who may keep it, until it is let go of, ends, or was not kept', async () => {
    expect(await one.tryLock('task', 60_000)).toBe(true);
    expect(await other.tryLock('task', 60_000)).toBe(false);
    expect(await other.tryLock('another', 60_000)).toBe(true);
    await other.release('task');
    expect(await other.tryLock('task', 60_000)).toBe(false);
    await one.release('task');
    expect(await other.tryLock('task', 200)).toBe(true);
    expect(await other.tryLock('task', 60_000)).toBe(true);
    await pause(250);
    expect(await one.tryLock('task', 60_000)).toBe(false);
    await other.beforeApplicationShutdown();
    expect(await one.tryLock('task', 100)).toBe(true);
    kill(0);
    other = await join();
    await until(() => other.tryLock('task', 60_000));
  });

  test('tells operators what the living say of themselves', async () => {
    let calls = 0;
    one.describe(() => `call ${(calls += 1)}`);
    const { client } = await connect();
    const key = `watchme:process:${one.id}`;
    await until(async () => /^call [2-9]/.test((await client.get(key)) ?? ''));
    expect(await client.keys('watchme:process:*')).toEqual([key]);
    expect(await client.pTTL(key)).toBeGreaterThan(0);
    await one.beforeApplicationShutdown();
    expect(await client.exists(key)).toBe(0);
  });

  test('leaves nothing of the dead', async () => {
    one.describe(() => 'one');
    await until(() => one.lastCount() === 2);
    const { client } = await connect();
    [0, 1].forEach(kill);
    await until(async () => (await client.dbSize()) === 0);
  });

  test.each(['rubbish', 'another type'])('is at home among %s', async (rubbish) => {
    const { client } = await connect();
    const heard: string[] = [];
    other.watch('news', (text) => heard.push(text));
    await one.publish('news', 'one');
    await one.tryLock('task', 60_000);
    await until(() => heard.length === 1);
    for (const key of await client.keys('*')) {
      await client.del(key);
      if (rubbish === 'rubbish') await client.set(key, 'rubbish');
      else await client.lPush(key, 'rubbish');
    }
    await until(() => one.lastCount() === 2 && other.lastCount() === 2);
    expect(await other.tryLock('task', 60_000)).toBe(true);
    expect(await one.publish('news', 'two')).toBe(true);
    await until(() => heard.at(-1) === 'two');
  });

  test.each<[string, () => unknown, () => unknown]>([
    ['was killed and is back, empty', () => server().kill(), () => server().restart()],
    ['hung and goes on', () => server().pause(), () => server().resume()],
  ])('goes on by itself once a Redis %s', async (_, spoil, mend) => {
    const heard: string[] = [];
    other.watch('news', (text) => heard.push(text));
    await one.publish('news', 'one');
    await until(() => heard.length === 1 && one.lastCount() === 2);
    await spoil();
    expect(await one.tryLock('task', 1000)).toBe(false);
    expect(await one.publish('news', 'lost')).toBe(false);
    expect(one.lastCount()).toBe(2);
    await mend();
    await until(() => one.publish('news', 'two'));
    await until(() => heard.at(-1) === 'two');
    await until(() => one.tryLock('task', 1000));
  });
});
