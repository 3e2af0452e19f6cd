import { describe, expect, test } from '@jest/globals';
import { FaultLog } from './fault-log.js';

function setUp(secrets: readonly string[] = []) {
  const clock = { nowMs: 0 };
  const lines: unknown[][] = [];
  const sink = {
    warn: (...line: unknown[]) => void lines.push(line),
    log: (...line: unknown[]) => void lines.push(line),
  };
  return { clock, lines, log: new FaultLog(sink, secrets, () => clock.nowMs) };
}

describe('FaultLog', () => {
  test('writes a line each ten seconds at most, and then how many it left out', () => {
    const { clock, lines, log } = setUp();
    for (let faults = 0; faults < 100; faults += 1) log.fault(new Error('refused'));
    clock.nowMs = 10_000;
    log.fault(new Error('refused'));
    expect(lines.map(([details]) => details)).toEqual([
      { reason: 'Error refused', leftOut: 0 },
      { reason: 'Error refused', leftOut: 99 },
    ]);
  });

  test('says what has only a code, and what is no error', () => {
    const { clock, lines, log } = setUp();
    log.fault(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }));
    clock.nowMs = 10_000;
    log.fault('symbol cannot be serialized');
    expect(lines.map(([details]) => details)).toEqual([
      { reason: 'AggregateError ECONNREFUSED', leftOut: 0 },
      { reason: 'symbol cannot be serialized', leftOut: 0 },
    ]);
  });

  test('hides secrets that a message quotes', () => {
    const { lines, log } = setUp(['pass%20word', 'pass word']);
    log.fault(new Error('redis://user:pass%20word@cache, that is pass word'));
    expect(JSON.stringify(lines)).not.toMatch(/pass.{0,2}word/);
  });

  test('says once that Redis is back, and only after trouble', () => {
    const { lines, log } = setUp();
    log.recovered();
    log.fault(new Error('refused'));
    log.recovered();
    log.recovered();
    expect(lines).toHaveLength(2);
  });
});
