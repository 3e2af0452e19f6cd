import { expect, test } from '@jest/globals';
import { Silence } from './silence.js';

/** Looks at a beat and a time each; gives the last silence. */
function after(...looks: readonly (readonly [beat: number, atMs: number])[]): number | undefined {
  const silence = new Silence(1000);
  return looks.map(([beat, atMs]) => silence.look(beat, atMs)).at(-1);
}

test.each([
  ['is none at the first look, whenever that is', [[0, 90_000]], 0],
  [
    'is none while it beats',
    [
      [0, 1000],
      [1, 2000],
      [2, 3000],
    ],
    0,
  ],
  [
    'grows while it does not',
    [
      [0, 1000],
      [1, 2000],
      [1, 3000],
      [1, 4100],
    ],
    2100,
  ],
  [
    'ends with a beat',
    [
      [1, 2000],
      [1, 3000],
      [2, 4000],
    ],
    0,
  ],
  [
    'believes no look that comes late',
    [
      [1, 2000],
      [1, 62_000],
    ],
    2000,
  ],
] as [string, [number, number][], number][])('%s', (_name, looks, expected) => {
  expect(after(...looks)).toBe(expected);
});
