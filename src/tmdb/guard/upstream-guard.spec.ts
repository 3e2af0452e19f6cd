import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type UpstreamFailure, UpstreamUnavailableError } from '../tmdb.errors.js';
import { ClusterBudget } from './cluster-budget.js';
import { UpstreamGuard } from './upstream-guard.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function setUp() {
  const budget = new ClusterBudget({ perSecond: 1000, maxTasks: 1 });
  const opened: string[] = [];
  const guard = new UpstreamGuard({
    budget,
    deadlineMs: 3000,
    now: Date.now,
    onOpen: ({ reason }) => opened.push(reason),
  });
  const made = { count: 0 };
  const run = (outcome: () => Promise<unknown>, signal = new AbortController().signal) => {
    const deadlineAt = Date.now() + 3000;
    const turn = { priority: 'reader', client: 'a', signal, deadlineAt: () => deadlineAt } as const;
    return guard.run(turn, (given) => {
      made.count += 1;
      return outcome().then((value) => ({ value, signal: given }));
    });
  };
  const fail = (failure: UpstreamFailure) =>
    run(() => Promise.reject(new UpstreamUnavailableError(failure))).catch((error: unknown) => error);
  const succeed = () => run(() => Promise.resolve('well'));
  const failOften = async (times: number, failure: UpstreamFailure) => {
    for (let time = 0; time < times; time += 1) await fail(failure);
  };
  return { budget, guard, opened, made, run, fail, succeed, failOften };
}

const gone = { reason: 'status', status: 503 } as const;
const open = { reason: 'circuit-open', retryable: true, retryAfterSeconds: 1 };

describe('UpstreamGuard', () => {
  test.each<UpstreamFailure>([
    gone,
    { reason: 'timeout' },
    { reason: 'connection' },
    { reason: 'bad-body', status: 200 },
    { reason: 'too-large', status: 200 },
  ])('after ten failures of %j refuses at once, without a call', async (failure) => {
    const { opened, made, succeed, failOften } = setUp();
    await failOften(10, failure);
    await expect(succeed()).rejects.toMatchObject(open);
    expect([made.count, opened]).toEqual([10, ['circuit-open']]);
  });

  test.each<UpstreamFailure>([
    { reason: 'status', status: 404 },
    { reason: 'refused', status: 400 },
    { reason: 'timeout', isCutShort: true },
    { reason: 'rate-limited', status: 429, retryAfterSeconds: 1 },
    { reason: 'status', status: 503, retryAfterSeconds: 1 },
  ])('goes on after any number of %j', async (failure) => {
    const { opened, succeed, failOften } = setUp();
    await failOften(30, failure);
    await succeed();
    expect(opened).toEqual([]);
  });

  test('goes on while more calls succeed than fail', async () => {
    const { opened, succeed, fail } = setUp();
    for (let round = 0; round < 30; round += 1) {
      await succeed();
      await succeed();
      await fail(gone);
    }
    expect(opened).toEqual([]);
  });

  test('forgets failures after 5 s, also when nothing was asked meanwhile', async () => {
    const { opened, failOften } = setUp();
    await failOften(9, gone);
    jest.setSystemTime(Date.now() + 5000);
    await failOften(9, gone);
    expect(opened).toEqual([]);
  });

  test('refuses who waits when it opens, without a token for them', async () => {
    const { budget, run } = setUp();
    const hung = Promise.withResolvers<never>();
    const failing = Promise.withResolvers<never>();
    for (let call = 0; call < 64; call += 1) run(() => (call < 10 ? failing : hung).promise).catch(() => undefined);
    await jest.advanceTimersByTimeAsync(100);
    const waiting = run(() => Promise.resolve('never'));
    waiting.catch(() => undefined);
    await jest.advanceTimersByTimeAsync(100);
    const taken = jest.spyOn(budget, 'take');
    failing.reject(new UpstreamUnavailableError(gone));
    await expect(waiting).rejects.toMatchObject(open);
    expect(taken).not.toHaveBeenCalled();
  });

  test('lets one probe through after a second; others wait for it a moment and go on if it succeeds', async () => {
    const { made, run, succeed, failOften } = setUp();
    await failOften(10, gone);
    await jest.advanceTimersByTimeAsync(999);
    await expect(succeed()).rejects.toMatchObject(open);
    await jest.advanceTimersByTimeAsync(1);
    const answer = Promise.withResolvers<string>();
    const probe = run(() => answer.promise);
    const other = succeed();
    await jest.advanceTimersByTimeAsync(400);
    expect(made.count).toBe(11);
    answer.resolve('well');
    await expect(Promise.all([probe, other])).resolves.toMatchObject([{ value: 'well' }, { value: 'well' }]);
  });

  test('refuses who has waited for a probe long enough', async () => {
    const { run, succeed, failOften } = setUp();
    await failOften(10, gone);
    await jest.advanceTimersByTimeAsync(1000);
    const hung = Promise.withResolvers<never>();
    run(() => hung.promise).catch(() => undefined);
    const other = succeed().catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(600);
    expect(await other).toMatchObject(open);
  });

  test('after a failed probe waits another second', async () => {
    const { made, opened, succeed, fail, failOften } = setUp();
    await failOften(10, gone);
    await jest.advanceTimersByTimeAsync(1000);
    await fail(gone);
    await expect(succeed()).rejects.toMatchObject(open);
    expect([made.count, opened]).toEqual([11, ['circuit-open', 'circuit-open']]);
    await jest.advanceTimersByTimeAsync(1000);
    await succeed();
    await succeed();
  });

  test.each([{ reason: 'timeout', isCutShort: true }, { reason: 'timeout' }] as const)(
    'takes a probe that ended in %j for failed',
    async (failure) => {
      const { succeed, fail, failOften } = setUp();
      await failOften(10, gone);
      await jest.advanceTimersByTimeAsync(1000);
      await fail(failure);
      await expect(succeed()).rejects.toMatchObject(open);
    },
  );

  test('does not take a key for good because nothing was answered', async () => {
    const { succeed, fail } = setUp();
    await fail({ reason: 'unauthorized', status: 401 });
    await jest.advanceTimersByTimeAsync(15_000);
    await fail({ reason: 'timeout' });
    await expect(succeed()).rejects.toMatchObject({ reason: 'unauthorized' });
  });

  test('probes again when a probe was never made', async () => {
    const { run, succeed, failOften } = setUp();
    await failOften(10, gone);
    await jest.advanceTimersByTimeAsync(1000);
    await expect(run(() => Promise.resolve('well'), AbortSignal.abort())).rejects.toMatchObject({
      name: 'UpstreamAbandonedError',
    });
    await expect(succeed()).resolves.toMatchObject({ value: 'well' });
  });

  test('makes a probe to its end, whoever goes away', async () => {
    const { run, failOften } = setUp();
    await failOften(10, gone);
    await jest.advanceTimersByTimeAsync(1000);
    const goer = new AbortController();
    const probe = await run(() => Promise.resolve(goer.abort()), goer.signal);
    expect(probe.signal.aborted).toBe(false);
    const after = new AbortController();
    const ordinary = await run(() => Promise.resolve(after.abort()), after.signal);
    expect(ordinary.signal.aborted).toBe(true);
  });

  test('asks nothing more after one 401 until 15 s are over, and then once', async () => {
    const { made, opened, succeed, fail } = setUp();
    const unauthorized = { reason: 'unauthorized', status: 401 } as const;
    await fail(unauthorized);
    for (let round = 0; round < 14; round += 1) {
      await expect(succeed()).rejects.toMatchObject({ reason: 'unauthorized', retryable: false });
      await jest.advanceTimersByTimeAsync(1000);
    }
    await jest.advanceTimersByTimeAsync(1000);
    await fail(unauthorized);
    await expect(succeed()).rejects.toMatchObject({ reason: 'unauthorized' });
    expect([made.count, opened]).toEqual([2, ['unauthorized', 'unauthorized']]);
    await jest.advanceTimersByTimeAsync(15_000);
    await succeed();
  });

  test('shut, refuses at once, those who wait too, and says how long', async () => {
    const { guard, made, run, succeed } = setUp();
    const hung = Promise.withResolvers<never>();
    for (let call = 0; call < 64; call += 1) run(() => hung.promise).catch(() => undefined);
    await jest.advanceTimersByTimeAsync(100);
    const waiting = succeed();
    waiting.catch(() => undefined);
    await jest.advanceTimersByTimeAsync(100);
    guard.shut(9);
    for (const refused of [waiting, succeed()]) {
      await expect(refused).rejects.toMatchObject({ reason: 'rate-limited', retryAfterSeconds: 9 });
    }
    expect(made.count).toBe(64);
  });
});
