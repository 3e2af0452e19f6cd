import { describe, expect, it } from '@jest/globals';
import { UpstreamUnavailableError } from '../tmdb.errors.js';
import { parseRetryAfter, RetryAfterGate } from './retry-after-gate.js';

const nowMs = Date.parse('2026-03-01T12:00:00Z');

describe('parseRetryAfter', () => {
  it.each([
    ['7', 7],
    [' 7 ', 7],
    ['Sun, 01 Mar 2026 12:00:09 GMT', 9],
    [undefined, 1],
    ['', 1],
    ['0', 1],
    ['-5', 1],
    ['soon', 1],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 1],
    ['86400', 60],
    ['99999999999999999999999', 60],
    ['Mon, 02 Mar 2026 12:00:00 GMT', 60],
  ])('reads %j as %i s', (header, seconds) => {
    expect(parseRetryAfter(header, nowMs)).toBe(seconds);
  });
});

describe('RetryAfterGate', () => {
  it('fails calls with the seconds left until it opens', () => {
    let now = nowMs;
    const gate = new RetryAfterGate(() => now);
    gate.assertOpen();
    gate.closeFor(5);
    now += 1500;
    const error = errorOf(() => gate.assertOpen());
    expect(error).toMatchObject({ reason: 'rate-limited', retryable: true, retryAfterSeconds: 4 });
    now += 3500;
    gate.assertOpen();
  });

  it('is not opened earlier by a shorter order', () => {
    const gate = new RetryAfterGate(() => nowMs);
    gate.closeFor(10);
    gate.closeFor(1);
    expect(errorOf(() => gate.assertOpen())?.retryAfterSeconds).toBe(10);
  });
});

function errorOf(call: () => void): UpstreamUnavailableError | undefined {
  try {
    call();
  } catch (error) {
    if (error instanceof UpstreamUnavailableError) return error;
    throw error;
  }
  return undefined;
}
