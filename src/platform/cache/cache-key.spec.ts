import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cacheKey, previousText } from './cache-key.js';

const policy = { softTtlMs: 1000, hardTtlMs: 9000, negativeTtlMs: 100, negativeHardTtlMs: 900, jitter: 0 };
const kind = { name: 'movie.credits', version: 1, policy };

describe('cacheKey', () => {
  test('shows the kind, its version and the parts', () => {
    expect(cacheKey(kind, 550, 'en-US', null).text).toBe('movie.credits:v1:[550,"en-US",null]');
  });

  test('names what a feed of changes calls the thing, by the first part', () => {
    expect(cacheKey(kind, 550).subject).toBeUndefined();
    expect(cacheKey({ ...kind, subject: 'movie' }, 550, 'en-US').subject).toBe('movie:550');
  });

  test('knows where the version before kept the same', () => {
    expect(previousText(cacheKey({ ...kind, version: 2 }, 550))).toBe(cacheKey(kind, 550).text);
    expect(previousText(cacheKey(kind, 550))).toBeUndefined();
    expect(previousText(cacheKey({ ...kind, version: 2, upgrade: null }, 550))).toBeUndefined();
  });

  test('makes different texts of different parts', () => {
    const parts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null)), { maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (some, others) => {
        const isSame = some.length === others.length && some.every((part, index) => part === others[index]);
        expect(cacheKey(kind, ...some).text === cacheKey(kind, ...others).text).toBe(isSame);
      }),
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (part) => {
    expect(() => cacheKey(kind, part)).toThrow(TypeError);
  });
});
