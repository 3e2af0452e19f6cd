import { describe, expect, test } from '@jest/globals';
import { type Rate, rateOf, shareOf, TokenBucket } from './token-bucket.js';
import type { Priority } from '../../platform/request/errand.js';

/** The times at which an eager taker gets tokens, from 0 to the end. */
function takenBy(rate: Rate, untilMs: number, bucket = new TokenBucket(), priority: Priority = 'reader'): number[] {
  const taken: number[] = [];
  for (let nowMs = 0; nowMs < untilMs;) {
    const waitMs = bucket.waitMs(rate, priority, nowMs);
    if (waitMs === 0) {
      bucket.take(rate, nowMs);
      taken.push(nowMs);
    }
    nowMs += Math.ceil(waitMs);
  }
  return taken;
}

describe('TokenBucket', () => {
  test('gives a burst of 4, then 34 a second', () => {
    const taken = takenBy(rateOf(34), 10_000);
    expect(taken.filter((atMs) => atMs === 0)).toHaveLength(4);
    expect(taken.length).toBeGreaterThanOrEqual(340);
    expect(mostInSecond(taken)).toBeLessThanOrEqual(38);
  });

  test('is full again after a pause, and no fuller', () => {
    const bucket = new TokenBucket();
    const rate = rateOf(34);
    takenBy(rate, 1000, bucket);
    for (let token = 0; token < 4; token += 1) {
      expect(bucket.waitMs(rate, 'reader', 60_000)).toBe(0);
      bucket.take(rate, 60_000);
    }
    expect(bucket.waitMs(rate, 'reader', 60_000)).toBeCloseTo(1000 / 34);
  });

  test.each<[Priority, number]>([
    ['reader', 4],
    ['refresh', 2],
    ['warm', 1],
  ])('lets a %s take %i of a full bucket', (priority, tokens) => {
    expect(takenBy(rateOf(34), 1, new TokenBucket(), priority)).toHaveLength(tokens);
  });

  test('emptied, gives its first token after an interval', () => {
    const bucket = new TokenBucket();
    bucket.empty(rateOf(34), 0);
    expect(bucket.waitMs(rateOf(34), 'reader', 0)).toBeCloseTo(1000 / 34);
  });
});

describe('shareOf', () => {
  test('is all for the only process', () => {
    expect(shareOf(34, 1)).toEqual(rateOf(34));
  });

  test.each(Array.from({ length: 31 }, (_, index) => index + 2))(
    'lets %i processes together make no more than 38 calls in any second, and wastes no third',
    (processes) => {
      const taken = takenBy(shareOf(34, processes), 20_000);
      // They may all be in step.
      expect(mostInSecond(taken) * processes).toBeLessThanOrEqual(38);
      expect((taken.length * processes) / 20).toBeGreaterThan(processes > 19 ? processes * 0.9 : 22);
    },
  );
});

/** The most in any second, its end included. */
function mostInSecond(taken: readonly number[]): number {
  return Math.max(...taken.map((from) => taken.filter((atMs) => atMs >= from && atMs <= from + 1000).length));
}
