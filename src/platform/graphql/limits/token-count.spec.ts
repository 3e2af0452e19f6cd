import { describe, expect, test } from '@jest/globals';
import { countTokens } from './token-count.js';

describe('countTokens', () => {
  test.each([
    ['', 0],
    ['{ a }', 3],
    ['query Q($a: [Int!]! = 1) @d { ...f }', 20],
    ['{ a(b: "c d", e: """f g""") }', 11],
    ['# only a comment\n{a,b,,,c}', 5],
  ])('%j has %i', (text, count) => {
    expect(countTokens(text)).toBe(count);
  });

  test('counts as far as the text can be read', () => {
    expect(countTokens('{ a b "open')).toBe(3);
  });
});
