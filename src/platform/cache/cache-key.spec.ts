import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cacheKey } from './cache-key.js';

const kind = { name: 'movie.credits', version: 1, ttlMs: 1000, negativeTtlMs: 100 };

describe('cacheKey', () => {
  test('shows the kind, its version and the parts', () => {
    expect(cacheKey(kind, 550, 'en-US', null).text).toBe('movie.credits:v1:[550,"en-US",null]');
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
