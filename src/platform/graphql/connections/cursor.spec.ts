import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor.js';

const positions = fc.record({
  offset: fc.nat(1_000_000),
  recent: fc.array(fc.integer({ min: 0, max: 2 ** 32 }), { maxLength: 64 }),
});

test('any position comes back from its cursor', () => {
  fc.assert(
    fc.property(positions, (position) => {
      expect(decodeCursor(encodeCursor(position))).toEqual(position);
    }),
  );
});

test('a cursor is a word for the client: no character needs escaping', () => {
  fc.assert(fc.property(positions, (position) => /^[\w-]+$/.test(encodeCursor(position))));
});

test('a text that is no cursor is refused as bad input, or was one', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.base64String(),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from([1, ...bytes]).toString('base64url')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      try {
        expect(encodeCursor(decodeCursor(text))).toBe(text);
      } catch (error) {
        expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
      }
    }),
  );
});

test.each([
  ['nothing', ''],
  ['a number', '20'],
  ['another version', Buffer.from([2, 5]).toString('base64url')],
  ['an offset beyond the longest list', encodeCursor({ offset: 1_000_001, recent: [] })],
  ['more ids than are ever remembered', encodeCursor({ offset: 1, recent: Array(65).fill(7) })],
  ['a number that does not end', Buffer.from([1, 200]).toString('base64url')],
  ['a number written longer than it is', Buffer.from([1, 133, 0]).toString('base64url')],
  ['a position written with other spare bits', `${encodeCursor({ offset: 1, recent: [] }).slice(0, -1)}F`],
  ['padding', `${encodeCursor({ offset: 1, recent: [] })}=`],
  ['ten thousand characters', 'A'.repeat(10_000)],
])('%s is refused', (_, text) => {
  expect(() => decodeCursor(text)).toThrow('`after` is not a cursor');
});
