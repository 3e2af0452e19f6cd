import { describe, expect, test } from '@jest/globals';
import { type RedisCommands, SharedRedis } from '../../platform/redis/shared-redis.js';
import { ClusterBudget } from './cluster-budget.js';

/** Budgets on a Redis of one's own making, whose answers are `reply` until it is away. */
function setUp({ reply = [0, 0] as unknown, processes = 2, live = null as number | null } = {}) {
  const clock = { now: 1_000_000 };
  const redis = { reply, isAway: false, asked: 0 };
  const client: RedisCommands = {
    eval: async () => {
      redis.asked += 1;
      if (redis.isAway) throw new Error('away');
      return redis.reply;
    },
    ping: async () => {
      if (redis.isAway) throw new Error('away');
    },
  };
  const now = () => clock.now;
  const shared = new SharedRedis(client, { clock: now });
  const budget = new ClusterBudget({
    perSecond: 34,
    maxTasks: processes,
    redis: shared,
    liveProcesses: () => live,
    now,
  });
  return { clock, redis, budget };
}

/** How many tokens an eager taker gets in a time, a millisecond at a time. */
async function takenIn(ms: number, clock: { now: number }, budget: ClusterBudget): Promise<number> {
  let taken = 0;
  for (const endMs = clock.now + ms; clock.now < endMs;) {
    if ((await budget.take('reader')).kind === 'granted') taken += 1;
    else clock.now += 1;
  }
  return taken;
}

describe('ClusterBudget', () => {
  test('without Redis takes all of it', async () => {
    const clock = { now: 0 };
    const budget = new ClusterBudget({ perSecond: 34, maxTasks: 4, now: () => clock.now });
    expect(await takenIn(10_000, clock, budget)).toBeGreaterThanOrEqual(340);
  });

  test.each([
    [[0, 0], { kind: 'granted' }],
    [[1, 29], { kind: 'wait', waitMs: 29 }],
    [[2, 5000], { kind: 'shut', waitMs: 5000 }],
  ])('takes what Redis says: %j', async (reply, answer) => {
    expect(await setUp({ reply }).budget.take('reader')).toEqual(answer);
  });

  test('takes rubbish of Redis for its absence', async () => {
    const { budget } = setUp({ reply: 'rubbish' });
    expect(await budget.take('reader')).toMatchObject({ kind: 'wait' });
  });

  test.each([
    ['of the tasks there may be, where none were counted', null, 4, 8.5],
    ['of the processes that were counted last', 2, 4, 17],
  ])('while Redis is away takes its share %s', async (_name, live, processes, share) => {
    const { budget, redis, clock } = setUp({ live, processes });
    redis.isAway = true;
    // Until it is sure that Redis is away for all.
    expect(await takenIn(1500, clock, budget)).toBe(0);
    const taken = await takenIn(10_000, clock, budget);
    expect(taken).toBeLessThanOrEqual(share * 10 + 1);
    expect(taken).toBeGreaterThan(share * 9);
  });

  test('takes nothing while only it may have lost Redis, and goes on as Redis is there again', async () => {
    const { budget, redis, clock } = setUp({ live: 2 });
    await budget.take('reader');
    redis.isAway = true;
    expect(await takenIn(200, clock, budget)).toBe(0);
    redis.isAway = false;
    expect(await takenIn(1000, clock, budget)).toBeLessThanOrEqual(1);
    expect(await takenIn(1000, clock, budget)).toBeGreaterThan(10);
  });

  test('begins its share with nothing, for Redis has granted a moment ago', async () => {
    const { budget, redis } = setUp();
    await budget.take('reader');
    redis.isAway = true;
    const answer = await budget.take('reader');
    expect(answer.kind).toBe('wait');
    expect(answer).toMatchObject({ waitMs: expect.any(Number) });
  });

  test('keeps to its share until others know that Redis is back, then takes what Redis gives', async () => {
    const { budget, redis, clock } = setUp();
    redis.isAway = true;
    await takenIn(500, clock, budget);
    redis.isAway = false;
    await takenIn(1000, clock, budget);
    redis.asked = 0;
    expect(await takenIn(1000, clock, budget)).toBeLessThanOrEqual(18);
    expect(redis.asked).toBeGreaterThan(10);
    clock.now += 3000;
    for (let token = 0; token < 100; token += 1) expect(await budget.take('reader')).toEqual({ kind: 'granted' });
  });

  test('that has not asked for long makes no burst while it finds Redis well again', async () => {
    const { budget, redis, clock } = setUp();
    redis.isAway = true;
    await takenIn(1000, clock, budget);
    redis.isAway = false;
    clock.now += 60_000;
    expect((await budget.take('reader')).kind).toBe('wait');
  });
});
