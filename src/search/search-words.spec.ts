import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { searchWords } from './search-words.js';

test.each([
  ['  Seven   Samurai ', 'seven samurai'],
  ['ＳＥＶＥＮ', 'seven'],
  ['ﬁlm', 'film'],
  ['seven\u00a0\tsamurai\n', 'seven samurai'],
  ['七人の侍', '七人の侍'],
  ['Amélie', 'amélie'],
])('%j is searched as %j', (query, words) => {
  expect(searchWords(query)).toBe(words);
});

test('takes 100 characters, one that needs two units of UTF-16 counting as one', () => {
  expect(searchWords('🎬'.repeat(100))).toBe('🎬'.repeat(100));
});

test('refuses 101 characters and says how many there are', () => {
  expect(() => searchWords('x'.repeat(101))).toThrow('`query` has 101 characters; it takes up to 100.');
});

test.each(['', '   ', '\u3000\n'])('refuses %j, which has no words', (query) => {
  expect(() => searchWords(query)).toThrow('`query` has no words.');
});

test('is the same for what was folded already', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zß-ÿ 一-三Ａ-Ｚ]{1,30}$/), (query) => {
      fc.pre(query.trim() !== '');
      const words = searchWords(query);
      expect(searchWords(words)).toBe(words);
    }),
  );
});
