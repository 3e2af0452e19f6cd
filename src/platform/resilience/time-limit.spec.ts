import { describe, expect, test } from '@jest/globals';
import { TimeLimitError, withinLimit } from './time-limit.js';

describe('withinLimit', () => {
  test('passes on what comes in time, failures too', async () => {
    expect(await withinLimit(Promise.resolve('film'), 1000)).toBe('film');
    await expect(withinLimit(Promise.reject(new Error('down')), 1000)).rejects.toThrow('down');
  });

  test('gives up on what does not come', async () => {
    await expect(withinLimit(new Promise(() => undefined), 1)).rejects.toThrow(TimeLimitError);
  });

  test('gives the time again in which the event loop was blocked', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const reading = withinLimit(promise, 20);
    setTimeout(() => setTimeout(() => resolve('film'), 10), 1);
    blockFor(60);
    expect(await reading).toBe('film');
  });

  test('takes an answer that came while the event loop was blocked', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const reading = withinLimit(promise, 1);
    // The timer falls due first; the answer is handed over later in the same turn, as a socket's would be.
    setTimeout(() => resolve('film'), 2);
    blockFor(10);
    expect(await reading).toBe('film');
  });
});

function blockFor(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
