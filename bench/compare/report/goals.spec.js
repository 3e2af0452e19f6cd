import { expect, test } from '@jest/globals';
import { goalsOf } from './goals.js';
import { run } from './run-example.js';

const said = (changes) => Object.fromEntries(goalsOf({ ...run, ...changes }).map((goal) => [goal.work, goal]));
const withRatios = (ratios) => ({ works: { ...run.works, ...ratios } });

test('a ratio at the goal meets it, one below does not', () => {
  const isMet = (ratio) => said(withRatios({ front20: { ratio } }))['repeated anonymous query'].isMet;
  expect([isMet(0.85), isMet(0.849)]).toEqual([true, false]);
});

test('execution is held against mercurius of the same run', () => {
  const goal = (ratio) =>
    said(withRatios({ executing20: { ratio }, mercurius20: { ratio: 0.2 } }))['executed, data in process, 20 films'];
  expect([goal(0.25).isMet, goal(0.24).isMet]).toEqual([true, false]);
  expect(goal(0.25).measured).toBe('1.25');
});

test('what was not measured is neither met nor missed', () => {
  expect(said(withRatios({ unchanged: undefined }))['304 by ETag']).toMatchObject({ measured: '–', isMet: null });
});

test('the cost of a film is linear where the later films cost no more than the first', () => {
  const films = (executing) =>
    said({ growth: { ...run.growth, films: { ...run.growth.films, executing } } })['cost per film'];
  expect(
    films([
      [1, 1],
      [20, 20],
      [50, 50],
      [100, 100],
    ]).isMet,
  ).toBe(true);
  expect(
    films([
      [1, 1],
      [20, 20],
      [50, 50],
      [100, 150],
    ]),
  ).toMatchObject({ isMet: false, measured: expect.stringContaining('2.00 times') });
});

test('three times the p99 is the most that more connections may cost', () => {
  const p99 = (after) =>
    said({
      growth: {
        ...run.growth,
        connections: {
          perSecond: 1,
          raw: [],
          front: [
            [32, 2],
            [512, after],
          ],
        },
      },
    });
  const work = 'p99 at 512 connections against 32, the same rate';
  expect([p99(6)[work].isMet, p99(6.1)[work].isMet]).toEqual([true, false]);
});

test('memory may grow by twice the bound of the front', () => {
  const held = (megabytes) =>
    said({
      growth: {
        ...run.growth,
        entries: [
          [1000, 1, 0],
          [100_000, 1, megabytes * 1024 ** 2],
        ],
      },
    });
  const work = 'memory held, 100,000 other answers against 1,000';
  expect([held(128)[work].isMet, held(129)[work].isMet]).toEqual([true, false]);
});
