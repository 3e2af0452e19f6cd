import { describe, expect, test } from '@jest/globals';
import { bucketsMs, countAbove, Histogram, quantileOf } from './histogram.js';

function of(...durations: number[]): Histogram {
  const histogram = new Histogram();
  for (const duration of durations) histogram.record(duration);
  return histogram;
}

describe('a histogram', () => {
  test('counts a duration in the first bucket whose bound it is not above', () => {
    const { counts, count, sumMs } = of(0, 1, 1.1, 100, 100.1, 99_999);
    expect(Object.fromEntries(bucketsMs.map((bound, index) => [bound, counts[index]]))).toMatchObject({
      1: 2,
      2.5: 1,
      100: 1,
      250: 1,
    });
    expect([counts.at(-1), count, Math.round(sumMs)]).toEqual([1, 6, 100_201]);
  });

  test('tells how many took longer than a bound', () => {
    expect(countAbove(of(1, 100, 101, 20_000).counts, 100)).toBe(2);
  });

  test('tells the bound of a share', () => {
    const durations = Array.from({ length: 99 }, () => 3);
    expect([quantileOf(of(...durations, 400).counts, 0.99), quantileOf(of(3, 400).counts, 0.99)]).toEqual([5, 500]);
  });

  test('of nothing has no quantile', () => {
    expect(quantileOf(of().counts, 0.99)).toBe(0);
  });

  test('does not go beyond its last bound', () => {
    expect(quantileOf(of(60_000).counts, 0.5)).toBe(10_000);
  });
});
