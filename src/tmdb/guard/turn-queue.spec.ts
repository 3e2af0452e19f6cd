import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Priority } from '../../platform/request/errand.js';
import type { BudgetAnswer } from './budget-script.js';
import { ClusterBudget } from './cluster-budget.js';
import { TurnQueue } from './turn-queue.js';

const never = new AbortController().signal;

interface Asking {
  readonly client?: string;
  readonly priority?: Priority;
  readonly signal?: AbortSignal;
  readonly withinMs?: number;
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A queue on a budget of 34 a second; `takesMs` is how long TMDb takes. */
function setUp({
  takesMs = 50,
  perSecond = 34,
  patienceMs = 3000,
  take = undefined as (() => BudgetAnswer) | undefined,
} = {}) {
  const budget = new ClusterBudget({ perSecond, maxTasks: 1 });
  const shut: number[] = [];
  const queue: TurnQueue = new TurnQueue({
    perSecond,
    patienceMs,
    take: take === undefined ? (priority) => budget.take(priority) : async () => take(),
    onShut: (forMs) => {
      shut.push(forMs);
      queue.refuseAll(new Error('shut'));
    },
    now: Date.now,
  });
  const began: { name: string; atMs: number }[] = [];
  const refused: { name: string; error: unknown; atMs: number }[] = [];
  const startMs = Date.now();
  const flying = { now: 0, most: 0 };
  const ask = async (
    name: string,
    { client = 'a', priority = 'reader', signal = never, withinMs = 3000 }: Asking = {},
  ): Promise<void> => {
    const deadlineAt = Date.now() + withinMs;
    try {
      const end = await queue.enter({ client, priority, signal, deadlineAt: () => deadlineAt });
      began.push({ name, atMs: Date.now() - startMs });
      flying.now += 1;
      flying.most = Math.max(flying.most, flying.now);
      setTimeout(() => {
        flying.now -= 1;
        end();
      }, takesMs);
    } catch (error) {
      refused.push({ name, error, atMs: Date.now() - startMs });
    }
  };
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
  const names = () => began.map(({ name }) => name);
  return { queue, ask, began, refused, pass, names, flying, shut };
}

describe('TurnQueue', () => {
  test('serves one client in the order of its asking', async () => {
    const { ask, pass, names } = setUp();
    for (const name of ['1', '2', '3', '4', '5', '6']) void ask(name);
    await pass(200);
    expect(names()).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  test('serves with the readers what somebody has come to wait for', async () => {
    const { queue, ask, pass, names } = setUp();
    for (let read = 0; read < 30; read += 1) void ask(`read ${read}`);
    const errand = { priority: 'warm' as Priority, client: 'late', signal: never, deadlineAt: () => Infinity };
    const served = queue.enter(errand).then((end) => {
      end();
      return names().length;
    });
    await pass(100);
    errand.priority = 'reader';
    await pass(1500);
    expect(await served).toBeLessThan(15);
    expect(names()).toHaveLength(30);
  });

  test('keeps nothing of what was too late as it came', async () => {
    const { queue, ask, pass, names } = setUp();
    let looks = 0;
    const deadlineAt = (): number => ((looks += 1) > 1 ? 0 : Infinity);
    await expect(queue.enter({ client: 'late', priority: 'reader', signal: never, deadlineAt })).rejects.toMatchObject({
      name: 'UpstreamBusyError',
    });
    for (let read = 0; read < 70; read += 1) void ask(`read ${read}`);
    await pass(5000);
    expect(names()).toHaveLength(70);
  });

  test('gives 10 reads within a second to one client while another asks 100 a second', async () => {
    const { ask, pass, began } = setUp();
    for (let second = 0; second < 3; second += 1) {
      for (let tick = 0; tick < 100; tick += 1) {
        void ask('greedy', { client: 'greedy' });
        if (second === 2 && tick === 0)
          for (let read = 0; read < 10; read += 1) void ask('modest', { client: 'modest' });
        await pass(10);
      }
    }
    const modest = began.filter(({ name }) => name === 'modest');
    expect(modest).toHaveLength(10);
    expect(modest.at(-1)?.atMs).toBeLessThan(3000);
    expect(began.filter(({ name }) => name === 'greedy').length).toBeGreaterThan(80);
  });

  test('takes turns between two that want more than there is', async () => {
    const { ask, pass, began } = setUp();
    for (let read = 0; read < 60; read += 1) void ask('a', { client: 'a' });
    for (let read = 0; read < 60; read += 1) void ask('b', { client: 'b' });
    await pass(1000);
    const ofA = began.filter(({ name }) => name === 'a').length;
    expect(Math.abs(began.length - 2 * ofA)).toBeLessThanOrEqual(1);
  });

  test('serves readers before refreshes before warming up, also when they come last', async () => {
    const { ask, pass, names } = setUp();
    for (let read = 0; read < 4; read += 1) void ask('first');
    void ask('warm', { priority: 'warm' });
    void ask('refresh', { priority: 'refresh' });
    await pass(5);
    void ask('reader');
    await pass(1000);
    expect(names().slice(4)).toEqual(['reader', 'refresh', 'warm']);
  });

  test('asks at once for a reader who comes while a refresh waits for more tokens', async () => {
    const { ask, pass, began } = setUp();
    for (let read = 0; read < 4; read += 1) void ask('first');
    void ask('refresh', { priority: 'refresh' });
    // One token is there for readers; a refresh wants three.
    await pass(35);
    void ask('reader');
    await pass(1);
    expect(began.at(-1)).toMatchObject({ name: 'reader' });
  });

  test('has 64 under way at most, and a client 21 of them while others wait', async () => {
    const { ask, pass, flying, names } = setUp({ perSecond: 1000, takesMs: 10_000 });
    for (let read = 0; read < 80; read += 1) void ask('a', { client: 'a' });
    for (let read = 0; read < 30; read += 1) void ask('b', { client: 'b' });
    await pass(1000);
    expect([flying.most, names().filter((name) => name === 'a').length]).toEqual([42, 21]);
    for (let read = 0; read < 9; read += 1) void ask('c', { client: 'c' });
    await pass(1000);
    expect(names().filter((name) => name === 'c')).toHaveLength(9);
  });

  test('lets a client alone have all 64', async () => {
    const { ask, pass, flying } = setUp({ perSecond: 1000, takesMs: 10_000 });
    for (let read = 0; read < 80; read += 1) void ask('a');
    await pass(1000);
    expect(flying.most).toBe(64);
  });

  test('never gives more than a third of the places to what nobody waits for', async () => {
    const { ask, pass, flying } = setUp({ perSecond: 1000, takesMs: 10_000 });
    for (let read = 0; read < 40; read += 1) void ask('r', { priority: 'refresh' });
    for (let read = 0; read < 40; read += 1) void ask('w', { priority: 'warm' });
    await pass(2000);
    expect(flying.most).toBe(21);
  });

  test('refuses what gets no turn in its time, and says when to come again', async () => {
    const { ask, pass, refused } = setUp();
    for (let read = 0; read < 100; read += 1) void ask('a', { withinMs: 1000 });
    await pass(1000);
    expect(refused.length).toBeGreaterThan(60);
    for (const { error, atMs } of refused) {
      expect(error).toMatchObject({
        name: 'UpstreamBusyError',
        code: 'UPSTREAM_BUSY',
        details: { retryable: true, retryAfterSeconds: expect.any(Number) },
      });
      expect(atMs).toBe(1000);
    }
  });

  test('waits on when its deadline has moved meanwhile', async () => {
    const { queue, pass, ask, refused } = setUp();
    for (let read = 0; read < 50; read += 1) void ask('a');
    const startMs = Date.now();
    let deadlineAt = startMs + 500;
    const turn = queue.enter({ client: 'a', priority: 'reader', signal: never, deadlineAt: () => deadlineAt });
    await pass(400);
    deadlineAt = startMs + 2500;
    await pass(1600);
    await expect(turn).resolves.toBeInstanceOf(Function);
    expect(refused).toEqual([]);
  });

  test('refuses at once what has no time left', async () => {
    const { ask, refused } = setUp();
    await ask('late', { withinMs: 0 });
    expect(refused).toMatchObject([{ error: { code: 'UPSTREAM_BUSY' } }]);
  });

  test('full, refuses the newest of who waits with most, for another', async () => {
    const { ask, pass, refused, names } = setUp();
    for (let read = 0; read < 160; read += 1) void ask(`a${read}`, { client: 'a' });
    void ask('b', { client: 'b' });
    await pass(40);
    // 153 wait; seven more found no place, and the last of those made room for the other.
    const newest = Array.from({ length: 8 }, (_, index) => `a${152 + index}`);
    expect(refused.map(({ name }) => name).toSorted()).toEqual(newest);
    expect(names()).toContain('b');
  });

  test('leaves at once when nobody waits for it any more, and costs no token', async () => {
    const { ask, pass, refused, names } = setUp();
    const goer = new AbortController();
    for (let read = 0; read < 6; read += 1) void ask('a');
    void ask('goer', { signal: goer.signal });
    void ask('last');
    await pass(0);
    goer.abort();
    await pass(0);
    expect(refused).toMatchObject([{ name: 'goer', error: { name: 'UpstreamAbandonedError' }, atMs: 0 }]);
    await pass(120);
    expect(names()).toHaveLength(7);
  });

  test('refuses all once TMDb wants no calls', async () => {
    const { ask, pass, refused, shut } = setUp({ take: () => ({ kind: 'shut', waitMs: 7000 }) });
    for (let read = 0; read < 5; read += 1) void ask('a');
    await pass(0);
    expect(shut).toEqual([7000]);
    expect(refused).toHaveLength(5);
  });
});
