import { expect, test } from '@jest/globals';
import { type Minute, missedOf } from './judgement.js';

const megabyte = 1024 * 1024;
const level: Minute = {
  requests: 18_000,
  failed: 0,
  p99Ms: 20,
  rssBytes: 300 * megabyte,
  heapBytes: 100 * megabyte,
  handles: 30,
  timers: 3,
};

/** Eight minutes of which the last two are otherwise, one more than the other. */
function ending(...last: readonly [Partial<Minute>, Partial<Minute>]): Minute[] {
  return [...Array.from({ length: 6 }, () => level), ...last.map((minute) => ({ ...level, ...minute }))];
}

test('a level run misses nothing', () => {
  expect(missedOf(ending({}, {}))).toEqual([]);
});

test.each([0, 7])('a failed request is missed in any minute (%i)', (at) => {
  const minutes = ending({}, {}).map((minute, index) => (index === at ? { ...minute, failed: 2 } : minute));
  expect(missedOf(minutes)).toEqual(['2 requests failed']);
});

test('memory that grows by more than a twentieth is missed, by the least of the quarter', () => {
  const [grown, peak] = [{ rssBytes: 316 * megabyte }, { rssBytes: 400 * megabyte }];
  expect(missedOf(ending(grown, peak))).toEqual(['the lowest memory grew: 300.0 MB, 316.0 MB']);
  expect(missedOf(ending({ rssBytes: 314 * megabyte }, peak))).toEqual([]);
  expect(missedOf(ending({}, peak))).toEqual([]);
});

test('the heap has the same bound', () => {
  const grown = { heapBytes: 106 * megabyte };
  expect(missedOf(ending(grown, grown))).toEqual(['the lowest heap grew: 100.0 MB, 106.0 MB']);
});

test.each(['handles', 'timers'] as const)('more %s are missed from ten on', (name) => {
  const more = (count: number): Partial<Minute> => ({ [name]: level[name] + count });
  expect(missedOf(ending(more(11), more(11)))).toEqual([`${name} grew: ${level[name]}, ${level[name] + 11}`]);
  expect(missedOf(ending(more(10), more(10)))).toEqual([]);
});

test('a p99 that rises by half is missed, unless it is a matter of milliseconds', () => {
  expect(missedOf(ending({ p99Ms: 60 }, { p99Ms: 60 }))).toEqual(['p99 grew: 20 ms, 60 ms']);
  expect(missedOf(ending({ p99Ms: 39 }, { p99Ms: 39 }))).toEqual([]);
});

test('what falls is no fault, and what grew before the third quarter is none either', () => {
  const small = { ...level, rssBytes: megabyte, heapBytes: megabyte, handles: 1, timers: 0, p99Ms: 1 };
  expect(missedOf([...Array.from({ length: 6 }, () => level), small, small])).toEqual([]);
  expect(missedOf([small, small, small, small, level, level, level, level])).toEqual([]);
});

test('too short a run says so', () => {
  expect(missedOf([level, level, level])).toEqual(['fewer than four minutes say nothing of growth']);
});
