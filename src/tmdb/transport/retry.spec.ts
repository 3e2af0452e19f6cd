import { describe, expect, it } from '@jest/globals';
import { mayBeRetried, retryDelayMs } from './retry.js';

describe('mayBeRetried', () => {
  it.each([500, 502, 503, 504])('says yes to the passing server fault %i', (status) => {
    expect(mayBeRetried({ reason: 'status', status })).toBe(true);
  });

  it.each([301, 501, 505, 520])('says no to status %i', (status) => {
    expect(mayBeRetried({ reason: 'status', status })).toBe(false);
  });

  it.each(['rate-limited', 'unauthorized', 'refused', 'bad-body', 'too-large'] as const)('says no to %s', (reason) => {
    expect(mayBeRetried({ reason, status: 503 })).toBe(false);
  });

  it('says no where TMDb asks to wait', () => {
    expect(mayBeRetried({ reason: 'status', status: 503, retryAfterSeconds: 5 })).toBe(false);
  });

  it('says yes to timeouts and broken connections', () => {
    expect(mayBeRetried({ reason: 'timeout' })).toBe(true);
    expect(mayBeRetried({ reason: 'connection', networkCode: 'ECONNRESET' })).toBe(true);
    expect(mayBeRetried({ reason: 'connection' })).toBe(true);
  });

  it.each(['ENOTFOUND', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'DEPTH_ZERO_SELF_SIGNED_CERT'])(
    'says no to %s, which asking again does not mend',
    (networkCode) => {
      expect(mayBeRetried({ reason: 'connection', networkCode })).toBe(false);
    },
  );
});

describe('retryDelayMs', () => {
  it('is anywhere in a window that doubles up to a second', () => {
    const longest = [1, 2, 3, 4, 5, 6].map((retry) => retryDelayMs(retry, () => 1));
    expect(longest).toEqual([100, 200, 400, 800, 1000, 1000]);
    expect(retryDelayMs(3, () => 0.25)).toBe(100);
    expect(retryDelayMs(3, () => 0)).toBe(0);
  });
});
