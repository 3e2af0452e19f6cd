import { describe, expect, test } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { BoundedQueue, QueueFullError } from './bounded-queue.js';

/** Timers that go off when the test says. */
class TestTimers {
  readonly alarms: (() => void)[] = [];
  readonly waits: number[] = [];
  cancelled = 0;

  readonly start = (alarm: () => void, ms: number): (() => void) => {
    this.alarms.push(alarm);
    this.waits.push(ms);
    return () => {
      this.cancelled += 1;
    };
  };
}

function setUp({ concurrency = 1, maxWaiting = 10 } = {}) {
  const timers = new TestTimers();
  const queue = new BoundedQueue({ concurrency, maxWaiting, maxWaitMs: 5000, startTimer: timers.start });
  const started: string[] = [];
  const enqueue = (name: string) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const outcome = queue.run(() => {
      started.push(name);
      return promise;
    });
    return { outcome, finish: () => resolve(name), fail: () => reject(new Error(name)) };
  };
  return { timers, queue, started, enqueue };
}

describe('BoundedQueue', () => {
  test('runs so many at a time, the others in the order they came', async () => {
    const { started, enqueue } = setUp({ concurrency: 2 });
    const works = ['a', 'b', 'c', 'd'].map(enqueue);
    await nextTurn();
    expect(started).toEqual(['a', 'b']);
    works[1]!.finish();
    expect(await works[1]!.outcome).toBe('b');
    await nextTurn();
    expect(started).toEqual(['a', 'b', 'c']);
    works[0]!.finish();
    await nextTurn();
    expect(started).toEqual(['a', 'b', 'c', 'd']);
  });

  test('gives the place on when work fails', async () => {
    const { started, enqueue } = setUp();
    const [first, second] = [enqueue('a'), enqueue('b')];
    first.fail();
    await expect(first.outcome).rejects.toThrow('a');
    second.finish();
    expect(await second.outcome).toBe('b');
    expect(started).toEqual(['a', 'b']);
  });

  test('refuses at once whoever comes when too many wait', async () => {
    const { started, enqueue } = setUp({ maxWaiting: 1 });
    const [first, second, third] = [enqueue('a'), enqueue('b'), enqueue('c')];
    await expect(third.outcome).rejects.toThrow(QueueFullError);
    first.finish();
    second.finish();
    expect(await second.outcome).toBe('b');
    expect(started).toEqual(['a', 'b']);
  });

  test('refuses whoever waited too long, and never runs that work', async () => {
    const { timers, started, enqueue } = setUp();
    const [first, second, third] = [enqueue('a'), enqueue('b'), enqueue('c')];
    expect(timers.waits).toEqual([5000, 5000]);
    timers.alarms[0]!();
    await expect(second.outcome).rejects.toThrow(QueueFullError);
    first.finish();
    third.finish();
    expect(await third.outcome).toBe('c');
    expect(started).toEqual(['a', 'c']);
  });

  test('stops the timer of whoever gets a turn', async () => {
    const { timers, enqueue } = setUp();
    const [first, second] = [enqueue('a'), enqueue('b')];
    first.finish();
    await nextTurn();
    expect(timers.cancelled).toBe(1);
    second.finish();
    expect(await second.outcome).toBe('b');
  });

  test('lets nobody slip in before those who wait, and is free again at the end', async () => {
    const { started, enqueue } = setUp();
    const [first, second] = [enqueue('a'), enqueue('b')];
    first.finish();
    await first.outcome;
    const third = enqueue('c');
    second.finish();
    third.finish();
    await third.outcome;
    const fourth = enqueue('d');
    await nextTurn();
    expect(started).toEqual(['a', 'b', 'c', 'd']);
    fourth.finish();
    await fourth.outcome;
  });
});
