import { expect, test } from '@jest/globals';
import { median, slope, summarise } from './statistics.js';

const round = (rawMicros, serverMicros, more = {}) => ({
  raw: { cpuMicros: rawMicros },
  server: { cpuMicros: serverMicros, perSecond: 100, p50Ms: 1, p99Ms: 2, failed: 0, ...more },
});

test('a median is the one in the middle, whatever the order', () => {
  expect(median([9, 1, 5])).toBe(5);
});

test('ratios are taken within each round, so that a slow one does not count against anyone', () => {
  // The medians of the costs, 15 and 20, would say 0.75.
  const { ratio, cpuMicros, rawCpuMicros } = summarise([round(10, 20), round(30, 90), round(15, 20)]);
  expect(ratio).toBe(0.5);
  expect([cpuMicros, rawCpuMicros]).toEqual([20, 15]);
});

test('failures of all rounds are counted together', () => {
  expect(summarise([round(1, 1, { failed: 2 }), round(1, 1), round(1, 1, { failed: 3 })]).failed).toBe(5);
});

test('a slope is what one more costs', () => {
  expect(slope([1, 3], [11, 8])).toBe(0.5);
});
