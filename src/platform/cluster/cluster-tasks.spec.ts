import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { systemClock } from '../clock/clock.js';
import { currentErrand, type Errand } from '../request/errand.js';
import { ClusterTasks } from './cluster-tasks.js';
import type { Cluster } from './cluster.service.js';

Logger.overrideLogger(false);

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function setUp() {
  const tryLock = jest.fn<Cluster['tryLock']>(async () => true);
  const work = jest.fn<(signal: AbortSignal) => Promise<void>>(async () => undefined);
  const tasks = new ClusterTasks({ tryLock } as unknown as Cluster, systemClock, { quietMs: 60_000 });
  tasks.add({ name: 'task', everyMs: 10_000, work });
  tasks.onApplicationBootstrap();
  return { tryLock, work, tasks };
}

describe('ClusterTasks', () => {
  test('is silent at first, then works again and again', async () => {
    const { work, tryLock } = setUp();
    await jest.advanceTimersByTimeAsync(59_999);
    expect(tryLock).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(work).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(work).toHaveBeenCalledTimes(3);
    expect(tryLock).toHaveBeenCalledWith('task', 15_000);
  });

  test('leaves it to whoever has the lock', async () => {
    const { work, tryLock } = setUp();
    tryLock.mockResolvedValueOnce(false).mockResolvedValueOnce(false);
    await jest.advanceTimersByTimeAsync(70_000);
    expect(work).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(work).toHaveBeenCalledTimes(1);
  });

  test('begins no run while one is under way, and keeps the lock meanwhile', async () => {
    const { work, tryLock } = setUp();
    const { promise, resolve } = Promise.withResolvers<void>();
    work.mockReturnValueOnce(promise);
    await jest.advanceTimersByTimeAsync(80_000);
    expect([work.mock.calls.length, tryLock.mock.calls.length]).toEqual([1, 3]);
    resolve();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('goes on after a run that failed', async () => {
    const { work } = setUp();
    work.mockRejectedValueOnce(new Error('down'));
    await jest.advanceTimersByTimeAsync(70_000);
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('works on an errand that goes last, for a minute at least', async () => {
    const { work } = setUp();
    let errand: Errand | undefined;
    work.mockImplementation(async () => {
      errand = currentErrand();
    });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(errand).toMatchObject({ priority: 'warm', client: '' });
    expect(errand?.deadlineAt()).toBe(Date.now() + 60_000);
  });

  test('ends with the app: what runs is told, and nothing begins any more', async () => {
    const { work, tasks } = setUp();
    await jest.advanceTimersByTimeAsync(60_000);
    const [signal] = work.mock.calls[0]!;
    expect(signal.aborted).toBe(false);
    tasks.beforeApplicationShutdown();
    expect(signal.aborted).toBe(true);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(work).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('an app that ends in its first minute has done nothing', async () => {
    const { tryLock, tasks } = setUp();
    tasks.beforeApplicationShutdown();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(tryLock).not.toHaveBeenCalled();
  });
});
