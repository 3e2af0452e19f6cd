import { describe, expect, test } from '@jest/globals';
import type { AttemptKey, AttemptOutcome } from '../../src/platform/attempts/attempt-key.js';
import type { AttemptsService } from '../../src/platform/attempts/attempts.service.js';
import { TestClock } from './cache-rig.js';

/** Makes a service; all that one test makes count together. */
export type OpenAttempts = (clock: TestClock) => AttemptsService;

const allowed: AttemptOutcome = { allowed: true };
let subjects = 0;

/** A key that no other test uses. */
export function freshAttemptKey(options: Partial<AttemptKey> = {}): AttemptKey {
  subjects += 1;
  return { scope: 'contract', subject: `ada${process.pid}.${subjects}@example.org`, freeTries: 10, ...options };
}

/** Tries until it is refused; how many were tried, and the refusal's wait. */
export async function tryUntilRefused(attempts: AttemptsService, keys: readonly AttemptKey[]) {
  for (let tried = 0; ; tried += 1) {
    const outcome = await attempts.tryOnce(keys);
    if (!outcome.allowed) return { tried, retryAfterSeconds: outcome.retryAfterSeconds };
    if (tried > 100) throw new Error('Nothing is ever refused');
  }
}

export async function tryTogether(attempts: readonly AttemptsService[], keys: readonly AttemptKey[], count: number) {
  const outcomes = await Promise.all(
    Array.from({ length: count }, (_, index) => attempts[index % attempts.length]!.tryOnce(keys)),
  );
  return outcomes.filter((outcome) => outcome.allowed).length;
}

/** What holds for the counting of guesses in any store. */
export function describeAttemptsContract(title: string, open: OpenAttempts): void {
  describe(title, () => {
    describeWaits(open);
    describeRows(open);
    describeSeveralKeys(open);
  });
}

function describeWaits(open: OpenAttempts): void {
  test('lets ten in a row be tried, then says how long to wait', async () => {
    const key = freshAttemptKey();
    expect(await tryUntilRefused(open(new TestClock()), [key])).toEqual({ tried: 10, retryAfterSeconds: 30 });
  });

  test('lets no more be tried at once than one after the other', async () => {
    const attempts = open(new TestClock());
    const key = freshAttemptKey();
    expect(await tryTogether([attempts], [key], 40)).toBe(10);
    expect(await tryTogether([attempts], [key], 40)).toBe(0);
  });

  test('lets one be tried after each wait, and the waits double up to 15 minutes', async () => {
    const clock = new TestClock();
    const attempts = open(clock);
    const key = freshAttemptKey({ freeTries: 3 });
    await tryUntilRefused(attempts, [key]);
    const waits: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      const before = await attempts.tryOnce([key]);
      waits.push(before.allowed ? 0 : before.retryAfterSeconds);
      clock.advance(1000 * waits.at(-1)! - 1);
      expect(await attempts.tryOnce([key])).toEqual({ allowed: false, retryAfterSeconds: 1 });
      clock.advance(1);
      expect(await tryTogether([attempts], [key], 5)).toBe(1);
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900]);
  });

  test('does not lengthen the wait for what it refuses', async () => {
    const clock = new TestClock();
    const attempts = open(clock);
    const key = freshAttemptKey();
    await tryUntilRefused(attempts, [key]);
    for (let refused = 0; refused < 50; refused += 1) await attempts.tryOnce([key]);
    expect(await attempts.tryOnce([key])).toEqual({ allowed: false, retryAfterSeconds: 30 });
    clock.advance(30_000);
    expect(await attempts.tryOnce([key])).toEqual(allowed);
    expect(await attempts.tryOnce([key])).toEqual({ allowed: false, retryAfterSeconds: 60 });
  });

  test('waits no longer than the key says, in whole seconds', async () => {
    const clock = new TestClock();
    const attempts = open(clock);
    const key = freshAttemptKey({ freeTries: 1, longestWaitSeconds: 7 });
    expect(await tryUntilRefused(attempts, [key])).toEqual({ tried: 1, retryAfterSeconds: 7 });
    clock.advance(900);
    expect(await attempts.tryOnce([key])).toEqual({ allowed: false, retryAfterSeconds: 7 });
  });

  test('waits no longer than the longest wait for what a clock ahead of ours wrote', async () => {
    const clock = new TestClock();
    const attempts = open(clock);
    const key = freshAttemptKey();
    await tryUntilRefused(attempts, [key]);
    clock.advance(-86_400_000);
    expect(await attempts.tryOnce([key])).toEqual({ allowed: false, retryAfterSeconds: 900 });
    clock.advance(86_400_000 + 30_000);
    expect(await attempts.tryOnce([key])).toEqual(allowed);
  });
}

function describeRows(open: OpenAttempts): void {
  test('begins anew after a success', async () => {
    const attempts = open(new TestClock());
    const key = freshAttemptKey();
    await tryUntilRefused(attempts, [key]);
    await attempts.succeeded([key]);
    expect(await tryUntilRefused(attempts, [key])).toEqual({ tried: 10, retryAfterSeconds: 30 });
  });

  test('goes on as before with what was given back', async () => {
    const clock = new TestClock();
    const attempts = open(clock);
    const key = freshAttemptKey({ freeTries: 3 });
    await attempts.tryOnce([key]);
    for (let right = 0; right < 20; right += 1) {
      expect(await attempts.tryOnce([key])).toEqual(allowed);
      await attempts.giveBack([key]);
    }
    expect(await tryUntilRefused(attempts, [key])).toEqual({ tried: 2, retryAfterSeconds: 30 });
    clock.advance(30_000);
    expect(await attempts.tryOnce([key])).toEqual(allowed);
    await attempts.giveBack([key]);
    expect(await tryUntilRefused(attempts, [key])).toEqual({ tried: 1, retryAfterSeconds: 60 });
  });

  test('owes nothing for what is given back untried', async () => {
    const attempts = open(new TestClock());
    const key = freshAttemptKey({ freeTries: 2 });
    await attempts.giveBack([key]);
    await attempts.giveBack([key]);
    expect(await tryUntilRefused(attempts, [key])).toEqual({ tried: 2, retryAfterSeconds: 30 });
  });

  test('forgets a day after the last try, not the first', async () => {
    const clock = new TestClock();
    const attempts = open(clock);
    const key = freshAttemptKey({ freeTries: 2 });
    const hour = 3_600_000;
    await attempts.tryOnce([key]);
    clock.advance(20 * hour);
    expect(await attempts.tryOnce([key])).toEqual(allowed);
    clock.advance(20 * hour);
    // The wait is over, but the row is not: one more, and then a longer wait.
    expect(await tryUntilRefused(attempts, [key])).toEqual({ tried: 1, retryAfterSeconds: 60 });
    clock.advance(24 * hour);
    expect(await tryUntilRefused(attempts, [key])).toEqual({ tried: 2, retryAfterSeconds: 30 });
  });

  test('forgets sooner where the key says so', async () => {
    const clock = new TestClock();
    const attempts = open(clock);
    const key = freshAttemptKey({ forgetAfterSeconds: 60 });
    await tryUntilRefused(attempts, [key]);
    clock.advance(59_999);
    expect(await tryUntilRefused(attempts, [key])).toEqual({ tried: 1, retryAfterSeconds: 60 });
    clock.advance(60_000);
    expect(await tryUntilRefused(attempts, [key])).toMatchObject({ tried: 10 });
  });
}

function describeSeveralKeys(open: OpenAttempts): void {
  test('counts scopes and subjects apart', async () => {
    const attempts = open(new TestClock());
    const key = freshAttemptKey({ freeTries: 1 });
    await tryUntilRefused(attempts, [key]);
    expect(await attempts.tryOnce([{ ...key, scope: 'contract-other' }])).toEqual(allowed);
    expect(await attempts.tryOnce([{ ...key, subject: `${key.subject}.au` }])).toEqual(allowed);
  });

  test('asks all keys, and says the longest of their waits', async () => {
    const attempts = open(new TestClock());
    const [account, client] = [freshAttemptKey({ freeTries: 2 }), freshAttemptKey({ freeTries: 3 })];
    expect(await tryUntilRefused(attempts, [account, client])).toEqual({ tried: 2, retryAfterSeconds: 30 });
    const quick = freshAttemptKey({ freeTries: 1, longestWaitSeconds: 5 });
    await attempts.tryOnce([quick]);
    expect(await attempts.tryOnce([quick, account])).toEqual({ allowed: false, retryAfterSeconds: 30 });
    expect(await attempts.tryOnce([account, quick])).toEqual({ allowed: false, retryAfterSeconds: 30 });
  });

  test('takes nothing from the other keys when one refuses', async () => {
    const attempts = open(new TestClock());
    const [spent, other] = [freshAttemptKey({ freeTries: 1 }), freshAttemptKey({ freeTries: 3 })];
    await attempts.tryOnce([spent]);
    for (let refused = 0; refused < 10; refused += 1) await attempts.tryOnce([other, spent]);
    expect(await tryUntilRefused(attempts, [other])).toMatchObject({ tried: 3 });
  });

  test('begins only those anew that are named', async () => {
    const attempts = open(new TestClock());
    const [account, client] = [freshAttemptKey({ freeTries: 1 }), freshAttemptKey({ freeTries: 1 })];
    await attempts.tryOnce([account, client]);
    await attempts.succeeded([account]);
    expect(await attempts.tryOnce([account])).toEqual(allowed);
    expect(await attempts.tryOnce([client])).toEqual({ allowed: false, retryAfterSeconds: 30 });
  });
}
