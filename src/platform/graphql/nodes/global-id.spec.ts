import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseGlobalId, tmdbIdOf, toGlobalId } from './global-id.js';

const types = fc.stringMatching(/^[A-Z][A-Za-z]{0,20}$/);
const keys = fc.stringMatching(/^[\w./-]{1,60}$/);

test('any type and key come back from their ID', () => {
  fc.assert(
    fc.property(types, keys, (type, key) => {
      expect(parseGlobalId(toGlobalId(type, key))).toEqual({ type, key });
    }),
  );
});

test('a text is the ID of nothing, or the very ID that its parts make', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
      const parsed = parseGlobalId(text);
      expect(parsed === null || toGlobalId(parsed.type, parsed.key) === text).toBe(true);
    }),
  );
});

test.each(['', 'Movie:550', `${toGlobalId('Movie', 550)}=`, toGlobalId('movie', 550), 'x'.repeat(201)])(
  '%j is the ID of nothing',
  (text) => {
    expect(parseGlobalId(text)).toBeNull();
  },
);

describe('the number behind an ID', () => {
  test('is that of TMDb', () => {
    expect(tmdbIdOf(toGlobalId('Movie', 550), 'Movie')).toBe(550);
  });

  test('is refused to those who want another type', () => {
    expect(() => tmdbIdOf(toGlobalId('Movie', 550), 'Genre')).toThrow('is the ID of a Movie, not of a Genre.');
  });

  test('is refused for a key that is no number', () => {
    expect(() => tmdbIdOf(toGlobalId('Movie', 'x'), 'Movie')).toThrow('is not the ID of a Movie.');
  });

  test('is refused for a text that is no ID, of which the message shows a part only', () => {
    expect(() => tmdbIdOf('x'.repeat(150), 'Movie')).toThrow(`"${'x'.repeat(80)}" is not a global ID`);
  });
});
