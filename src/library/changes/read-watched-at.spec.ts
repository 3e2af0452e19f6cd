import { expect, test } from '@jest/globals';
import { InputIssues } from '../../platform/input/input-issues.js';
import { readWatchedAt } from './read-watched-at.js';

const now = new Date('2026-11-25T12:34:56.789Z');

test.each([
  [undefined, '2026-11-25T12:34:00.000Z'],
  [null, '2026-11-25T12:34:00.000Z'],
  ['2026-11-24', '2026-11-24T12:00:00.000Z'],
  ['2026-11-26', '2026-11-26T12:00:00.000Z'],
  ['1888-01-01', '1888-01-01T12:00:00.000Z'],
  ['2024-02-29', '2024-02-29T12:00:00.000Z'],
  ['2026-11-24T20:15:00+01:00', '2026-11-24T19:15:00.000Z'],
  ['2026-11-24T20:15Z', '2026-11-24T20:15:00.000Z'],
  ['2026-11-24T20:15:01.123456Z', '2026-11-24T20:15:01.123Z'],
  ['2026-11-26T12:34:56Z', '2026-11-26T12:34:56.000Z'],
])('%j is %s', (text, instant) => {
  const issues = new InputIssues();
  expect(readWatchedAt(text, now, issues)?.toISOString()).toBe(instant);
  expect(issues.all).toEqual([]);
});

test.each([
  ['', 'INVALID'],
  ['yesterday', 'INVALID'],
  ['2026', 'INVALID'],
  ['2026-02-30', 'INVALID'],
  ['2026-02-30T10:00:00Z', 'INVALID'],
  ['2026-11-24T24:00:00Z', 'INVALID'],
  ['2026-11-24T20:15:00', 'INVALID'],
  ['2026-11-24 20:15:00Z', 'INVALID'],
  ['Tue, 24 Nov 2026 20:15:00 GMT', 'INVALID'],
  ['+010000-01-01T00:00:00Z', 'INVALID'],
  ['1887-12-31', 'OUT_OF_RANGE'],
  ['1888-01-01T00:00:00+01:00', 'OUT_OF_RANGE'],
  ['2026-11-27', 'OUT_OF_RANGE'],
  ['2026-11-26T12:34:57Z', 'OUT_OF_RANGE'],
  ['9999-12-31T23:59:59Z', 'OUT_OF_RANGE'],
])('%j is %s', (text, code) => {
  const issues = new InputIssues();
  expect(readWatchedAt(text, now, issues)).toBeNull();
  expect(issues.all).toMatchObject([{ field: ['input', 'watchedAt'], code }]);
});

test.each([
  ['2026-11-25T09:59:59Z', false],
  ['2026-11-25T10:00:00Z', true],
])('a day is taken from when it begins somewhere: at %s it is %j', (at, isTaken) => {
  const read = readWatchedAt('2026-11-26', new Date(at), new InputIssues());
  expect(read !== null).toBe(isTaken);
});
