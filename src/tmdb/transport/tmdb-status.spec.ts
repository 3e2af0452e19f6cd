import { describe, expect, it } from '@jest/globals';
import { judge } from './tmdb-status.js';

const verdictOf = (status: number, json?: unknown, retryAfter?: string) => {
  const verdict = judge({ status, retryAfter, body: null }, json, 0);
  return verdict.kind === 'failure' ? verdict.failure : verdict.kind;
};

describe('judge', () => {
  it('lets a success through, whatever its body', () => {
    expect(verdictOf(200, { id: 1 })).toBe('body');
    expect(verdictOf(200, undefined)).toBe('body');
    expect(verdictOf(200, { success: true, status_code: 1 })).toBe('body');
  });

  it.each([
    [404, 34],
    [404, 6],
    [404, 21],
    [404, 37],
    [200, 6],
    [200, 21],
    [200, 34],
  ])('takes HTTP %i with code %s for "there is none"', (status, code) => {
    expect(verdictOf(status, { success: false, status_code: code })).toBe('missing');
  });

  it.each([undefined, '<h1>no</h1>', {}, { error: 'not found' }, { success: false, status_code: 7 }])(
    'takes a 404 with the body %j for a failure: it is not TMDb that says so',
    (body) => {
      expect(verdictOf(404, body)).toMatchObject({ reason: 'status', status: 404 });
    },
  );

  it.each([
    [401, 3, 'unauthorized'],
    [401, 7, 'unauthorized'],
    [401, 10, 'unauthorized'],
    [401, 14, 'unauthorized'],
    [401, 30, 'unauthorized'],
    [401, 35, 'unauthorized'],
    [403, 45, 'unauthorized'],
    [403, 8, 'refused'],
    [400, 18, 'refused'],
    [400, 22, 'refused'],
    [400, 27, 'refused'],
    [405, 4, 'refused'],
    [406, 19, 'refused'],
    [422, 5, 'refused'],
    [422, 47, 'refused'],
    [500, 11, 'status'],
    [500, 15, 'status'],
    [500, 44, 'status'],
    [501, 2, 'status'],
    [502, 43, 'status'],
    [503, 9, 'status'],
    [503, 46, 'status'],
    [504, 24, 'status'],
    [301, undefined, 'status'],
    [429, 25, 'rate-limited'],
  ])('takes HTTP %i with code %s for %s', (status, code, reason) => {
    const failure = verdictOf(status, { success: false, status_code: code });
    expect(failure).toMatchObject({ reason, status, ...(code !== undefined && { tmdbCode: code }) });
  });

  it.each([
    [7, 'unauthorized', 401],
    [11, 'status', 500],
    [46, 'status', 503],
    [25, 'rate-limited', 429],
    [22, 'refused', 400],
    [999, 'refused', 400],
  ])('reads code %i behind a 200 as %s', (code, reason, status) => {
    expect(verdictOf(200, { success: false, status_code: code })).toMatchObject({ reason, status, tmdbCode: code });
  });

  it('waits for what is down only where it says how long', () => {
    expect(verdictOf(503, undefined, '12')).toMatchObject({ reason: 'status', retryAfterSeconds: 12 });
    expect(verdictOf(200, { success: false, status_code: 46 }, '12')).toMatchObject({ retryAfterSeconds: 12 });
    expect(verdictOf(503)).toEqual({ reason: 'status', status: 503 });
    expect(verdictOf(500, undefined, '12')).toEqual({ reason: 'status', status: 500 });
  });

  it('waits as long as a 429 asks, and a second where it does not say or has no JSON', () => {
    expect(verdictOf(429, { status_code: 25 }, '12')).toMatchObject({ retryAfterSeconds: 12 });
    expect(verdictOf(429)).toMatchObject({ reason: 'rate-limited', retryAfterSeconds: 1 });
  });
});
