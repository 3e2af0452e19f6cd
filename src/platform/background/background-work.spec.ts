import { describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Gauges } from '../telemetry/gauges.js';
import { BackgroundWork } from './background-work.js';

Logger.overrideLogger(false);

describe('BackgroundWork', () => {
  test('begins after whoever asked has gone on', async () => {
    const background = new BackgroundWork(new Gauges());
    const work = jest.fn(async () => undefined);
    background.start('test', work);
    expect(work).not.toHaveBeenCalled();
    await background.settled();
    expect(work).toHaveBeenCalledTimes(1);
  });

  test('runs three at a time', async () => {
    const background = new BackgroundWork(new Gauges());
    let [running, most] = [0, 0];
    const work = async (): Promise<void> => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    };
    for (let i = 0; i < 10; i += 1) background.start('test', work);
    await background.settled();
    expect(most).toBe(3);
  });

  test('drops what is too much', async () => {
    const background = new BackgroundWork(new Gauges());
    const gate = Promise.withResolvers<void>();
    const work = jest.fn(() => gate.promise);
    for (let i = 0; i < 150; i += 1) background.start('test', work);
    // All have asked for a place by then.
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    gate.resolve();
    await background.settled();
    expect(work).toHaveBeenCalledTimes(103);
  });

  test('is waited for by the shutdown', async () => {
    const background = new BackgroundWork(new Gauges());
    let isDone = false;
    background.start('test', async () => {
      await new Promise((resolve) => setImmediate(resolve));
      isDone = true;
    });
    await background.beforeApplicationShutdown();
    expect(isDone).toBe(true);
  });

  test('does not keep the shutdown for ever', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    try {
      const background = new BackgroundWork(new Gauges());
      background.start('test', () => new Promise(() => undefined));
      const closed = background.beforeApplicationShutdown();
      await jest.advanceTimersByTimeAsync(5000);
      await expect(closed).resolves.toBeUndefined();
    } finally {
      jest.useRealTimers();
    }
  });
});
