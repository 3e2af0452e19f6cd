import { expect, test } from '@jest/globals';
import { pageOf, pictureOf } from './page.js';
import { run } from './run-example.js';

test('the page tells figures, goals, growth and what was left out', () => {
  const page = pageOf(run);
  expect(page).toContain('| WatchMe, repeated query | 0.90 | 25 | 23 | 30000 | 1.0 | 2.0 | 0 |');
  expect(page).toContain('| NestJS + Apollo | 0.035 | 25 | 23 | 30000 | 1.0 | 2.0 | 7 |');
  expect(page).toContain('| repeated anonymous query | trial 0.90; best peer 0.10 | at least 0.85 | 0.90 | yes |');
  expect(page).toContain('| 304 by ETag | – | at least 0.85 | – | not measured |');
  expect(page).toContain('| 100,000 | 0.88 | 150 |');
  expect(page).toContain('- Date: 2026-11-25 18:00');
  expect(page).toContain('304 is not measured: the answer has no ETag.');
});

test('a quick run says that it was one', () => {
  expect(pageOf({ ...run, options: { isQuick: true } })).toContain('quick run');
  expect(pageOf(run)).not.toContain('quick run');
});

test('a row has as many cells as the head of its table', () => {
  const widths = pageOf(run)
    .split('\n\n')
    .filter((block) => block.startsWith('|'))
    .map(
      (block) =>
        new Set(
          block
            .trim()
            .split('\n')
            .map((row) => row.split(' | ').length),
        ).size,
    );
  expect(widths).toEqual([1, 1, 1, 1, 1, 1]);
});

test('the picture has a bar for each figure, as long as its ratio, and follows light and dark', () => {
  const picture = pictureOf(run);
  const bars = [...picture.matchAll(/<rect x="\S+" y="\S+" width="([\d.]+)" height="18"/g)].map(([, width]) =>
    Number(width),
  );
  expect(bars).toHaveLength(5);
  expect(bars[1] / bars[0]).toBeCloseTo(0.9, 3);
  expect(picture).toContain('prefers-color-scheme: dark');
  expect(picture).not.toMatch(/NaN|undefined|Infinity/);
});
