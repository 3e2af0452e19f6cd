import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { SharedRedis } from '../../src/platform/redis/shared-redis.js';
import { FaultLog } from '../../src/platform/redis/fault-log.js';
import { RedisStore } from '../../src/platform/redis/redis-store.js';
import type { Priority } from '../../src/platform/request/errand.js';
import { ClusterBudget } from '../../src/tmdb/guard/cluster-budget.js';
import { mostInSlidingSecond } from '../support/most-in-second.js';
import { describeWithRedisServer } from '../support/redis-server.js';

const silent = new FaultLog({ warn: () => undefined, log: () => undefined });
const budgetKey = 'watchme:upstream:budget';

describeWithRedisServer('ClusterBudget on a real Redis', (server) => {
  const stores: RedisStore[] = [];
  beforeEach(() => server().restart());
  afterEach(async () => {
    server().resume();
    await Promise.all(stores.splice(0).map((store) => store.onApplicationShutdown()));
  });

  /** The budget of one process, with a connection of its own. */
  async function open(processes: number, holdOffMs = 1000): Promise<{ budget: ClusterBudget; store: RedisStore }> {
    const store = await RedisStore.open(server().url, silent);
    await store.firstContact(5000);
    stores.push(store);
    const redis = new SharedRedis(store.client, { holdOffMs });
    return { store, budget: new ClusterBudget({ perSecond: 34, maxTasks: processes, redis }) };
  }

  /** Takes tokens as they come until the end, and notes when. */
  async function takeUntil(endAt: number, budget: ClusterBudget, grants: number[]): Promise<void> {
    while (Date.now() < endAt) {
      const answer = await budget.take('reader');
      if (answer.kind === 'granted') grants.push(Date.now());
      else await pause(Math.min(Math.ceil(answer.waitMs), Math.max(1, endAt - Date.now())));
    }
  }

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let round = 0; round < 400; round += 1) {
      if (await isSo()) return;
      await pause(20);
    }
    throw new Error('It was not so after 400 tries.');
  }

  test('two processes together take 34 a second, and never over 40 in any', async () => {
    const [one, other] = [await open(2), await open(2)];
    const grants: number[] = [];
    const endAt = Date.now() + 2500;
    await Promise.all([one, other].map(({ budget }) => takeUntil(endAt, budget, grants)));
    expect(mostInSlidingSecond(grants)).toBeLessThanOrEqual(40);
    expect(grants.length).toBeGreaterThan(45);
  });

  test.each<[string, () => Promise<void> | void, () => Promise<void> | void]>([
    ['is killed and comes back empty', () => server().kill(), () => server().restart()],
    ['hangs and goes on', () => server().pause(), () => server().resume()],
  ])('nor when Redis %s: each has its share meanwhile', async (_, spoil, mend) => {
    // The other finds Redis well again later, and has its share until then.
    const [one, other] = [await open(2), await open(2, 2200)];
    const grants: number[] = [];
    const endAt = Date.now() + 9500;
    const takers = Promise.all([one, other].map(({ budget }) => takeUntil(endAt, budget, grants)));
    await pause(1200);
    await spoil();
    const awayFrom = Date.now();
    // For a second and a half nobody takes any, since it may be there for the others.
    await pause(3500);
    const whileAway = grants.filter((at) => at >= awayFrom).length;
    await mend();
    await takers;
    expect(mostInSlidingSecond(grants)).toBeLessThanOrEqual(40);
    expect(whileAway).toBeGreaterThan(20);
  });

  test('what one is told to wait by TMDb, the other hears with its next token, and no shorter order ends it', async () => {
    const [one, other] = [await open(2), await open(2)];
    expect(await other.budget.take('reader')).toEqual({ kind: 'granted' });
    await one.budget.shut(7000);
    await one.budget.shut(1000);
    const answer = await other.budget.take('reader');
    expect(answer).toMatchObject({ kind: 'shut' });
    expect('waitMs' in answer && answer.waitMs).toBeGreaterThan(5000);
  });

  test.each<[Priority, number]>([
    ['reader', 4],
    ['refresh', 2],
    ['warm', 1],
  ])('lets a %s take %i of a full bucket, so that readers find some', async (priority, tokens) => {
    const { budget, store } = await open(1);
    const answers: string[] = [];
    await until(async () => {
      answers.length = 0;
      await store.client.del(budgetKey);
      const startedAt = Date.now();
      for (let token = 0; token < 5; token += 1) answers.push((await budget.take(priority)).kind);
      // A slow machine gets a token more.
      return Date.now() - startedAt < 20;
    });
    expect(answers.filter((kind) => kind === 'granted')).toHaveLength(tokens);
  });

  test.each<[string, (store: RedisStore) => Promise<unknown>]>([
    ['rubbish', (store) => store.client.set(budgetKey, 'nan')],
    ['a time in a thousand years', (store) => store.client.set(budgetKey, '33000000000000000')],
    ['another type', (store) => store.client.hSet(budgetKey, { value: 'x' })],
    ['a gate without end', (store) => store.client.set('watchme:upstream:gate', 'x')],
    ['a gate for a year', (store) => store.client.set('watchme:upstream:gate', 'x', { PX: 31_536_000_000 })],
  ])('is not stopped by %s', async (_, spoil) => {
    const { budget, store } = await open(1);
    await spoil(store);
    await until(async () => (await budget.take('reader')).kind === 'granted');
    expect(await store.client.get(budgetKey)).toMatch(/^\d{16}$/);
    expect(await store.client.pTTL(budgetKey)).toBeGreaterThan(0);
  });
});

test('the most in a sliding second is counted over any second, not by the clock', () => {
  expect(mostInSlidingSecond([0, 900, 1100, 1850, 2200])).toBe(3);
});
