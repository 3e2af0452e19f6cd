import { expect, test } from '@jest/globals';
import { readOptions } from './options.js';

test('a quick run has fewer entries and shorter windows, and three rounds at least', () => {
  const [full, quick] = [readOptions([]), readOptions(['--quick'])];
  expect(quick.windowMs).toBeLessThan(full.windowMs);
  expect(quick.entries.at(-1)).toBeLessThan(full.entries.at(-1));
  expect(Math.min(quick.rounds, full.rounds)).toBeGreaterThanOrEqual(3);
});

test('rounds and seconds can be set, with a quick run, too', () => {
  expect(readOptions(['--quick', '--rounds=7', '--seconds=0.5'])).toMatchObject({
    isQuick: true,
    rounds: 7,
    windowMs: 500,
  });
});

test.each(['--fast', '--rounds=0', '--rounds=2.5', '--seconds=0', '--seconds=-1', '--rounds'])(
  '%s is refused',
  (arg) => {
    expect(() => readOptions([arg])).toThrow('is not known');
  },
);
