import { expect, test } from '@jest/globals';
import { type Fault, faults } from './faults.js';
import { missedCounts, missedTimes } from './goals.js';
import type { FaultResult } from './run-fault.js';

const redisDown = faultNamed('Redis down');
const postgresDown = faultNamed('PostgreSQL down');
const tmdbDown = faultNamed('TMDb 500');
const someOk = { ok: 9, clean: 0, failed: 0 };
const someRefused = { ok: 8, clean: 1, failed: 0 };
const counts = { cached: someOk, cold: someOk, account: someOk, login: someOk, live: someOk };

function faultNamed(name: string): Fault {
  const found = faults.find((fault) => fault.name === name);
  if (found === undefined) throw new Error(`No fault is called ${name}.`);
  return found;
}

function resultOf(result: Partial<FaultResult>): FaultResult {
  const times = { cachedP99BeforeMs: 0, cachedP99Ms: 100, slowestColdMs: 3500, slowestMs: 5000, wellAgainMs: 5000 };
  return { fault: redisDown, counts, reasons: {}, isRunning: true, ...times, ...result };
}

test('there are 19 faults, each with a name of its own', () => {
  expect(new Set(faults.map(({ name }) => name)).size).toBe(19);
});

test('nothing is missed where all was answered in time, or refused where it may be', () => {
  const good = [
    resultOf({}),
    resultOf({ counts: { ...counts, cold: someRefused } }),
    resultOf({ fault: tmdbDown, counts: { ...counts, cold: someRefused } }),
    resultOf({ fault: postgresDown, counts: { ...counts, account: someRefused, login: someRefused } }),
  ];
  for (const result of good) expect([...missedCounts(result), ...missedTimes(result)]).toEqual([]);
});

test.each<[string, Partial<FaultResult>, string]>([
  ['a failure', { counts: { ...counts, cold: { ok: 8, clean: 0, failed: 1 } } }, '1 requests failed'],
  ['a refused cached read', { counts: { ...counts, cached: someRefused } }, '1 cached reads were refused'],
  ['accounts refused for nothing', { counts: { ...counts, login: someRefused } }, '1 account reads were refused'],
  ['liveness refused', { counts: { ...counts, live: someRefused } }, '1 looks at liveness'],
  ['lasting harm', { wellAgainMs: null }, 'it never was well again'],
  ['a dead process', { isRunning: false }, 'the process ended'],
  ['TMDb away and nobody notices', { fault: tmdbDown }, 'no cold read was refused'],
  ['PostgreSQL away and nobody notices', { fault: postgresDown }, 'no account read was refused'],
  ['no answer at all', { counts: { ...counts, cold: { ok: 0, clean: 0, failed: 0 } } }, 'nothing of some kind'],
])('%s is a goal missed', (_what, result, words) => {
  expect(missedCounts(resultOf(result))).toEqual([expect.stringContaining(words)]);
});

test.each<[Partial<FaultResult>, string]>([
  [{ cachedP99Ms: 101 }, 'p99 of cached reads 101 ms, at most 100 ms'],
  [{ slowestColdMs: 3501 }, 'a cold read took 3501 ms, at most 3500 ms'],
  [{ slowestMs: 5001 }, 'a request took 5001 ms, at most 5000 ms'],
  [{ wellAgainMs: 5001 }, 'well again after 5001 ms, at most 5000 ms'],
])('%j is too long', (result, words) => {
  expect(missedTimes(resultOf(result))).toEqual([words]);
});
