import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeKeysetCursor, encodeKeysetCursor, type SortValue } from './keyset-cursor.js';

const isAny = (value: unknown): value is SortValue =>
  value === null || typeof value === 'string' || typeof value === 'number';
const isNumber = (value: unknown): value is number => typeof value === 'number';

const id = '0b7e9a52-6a0c-4c1e-9c6e-3f5a1d2b4c6d';
const list = 'favorites ADDED_AT_DESC';
const positions = fc.record({
  value: fc.oneof(fc.constant(null), fc.integer(), fc.string({ unit: 'grapheme', maxLength: 200 })),
  id: fc.uuid(),
});

function encodeRaw(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function codeOf(cursor: string, isValue = isAny): unknown {
  try {
    decodeKeysetCursor(cursor, list, isValue);
    return 'taken';
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

describe('Keyset cursors', () => {
  test('bring any position back, as a word that needs no escaping', () => {
    fc.assert(
      fc.property(positions, fc.string(), (position, anyList) => {
        const cursor = encodeKeysetCursor(anyList, position);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeKeysetCursor(cursor, anyList, isAny)).toEqual(position);
      }),
    );
  });

  test('are good for their own list and order only', () => {
    fc.assert(
      fc.property(positions, fc.string(), fc.string(), (position, one, other) => {
        fc.pre(one !== other);
        const cursor = encodeKeysetCursor(one, position);
        expect(() => decodeKeysetCursor(cursor, other, isAny)).toThrow('another list or order');
      }),
    );
  });

  test('are refused as bad input when they are made up, whatever the text', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.json().map(encodeRaw),
      fc.tuple(fc.jsonValue(), fc.jsonValue(), fc.jsonValue()).map((parts) => encodeRaw(JSON.stringify([2, ...parts]))),
    );
    fc.assert(fc.property(texts, (text) => expect(codeOf(text)).toBe('BAD_USER_INPUT')));
  });

  test.each([
    ['nothing', ''],
    ['a cursor of the catalogue', 'AQKwrNa5B_sD'],
    ['another version', encodeKeysetCursor(list, { value: 1, id }).replace(/^WzI/, 'WzM')],
    ['padding', `${encodeKeysetCursor(list, { value: 12, id })}=`],
    [
      'spaces in the JSON',
      encodeRaw(
        Buffer.from(encodeKeysetCursor(list, { value: 1, id }), 'base64url')
          .toString()
          .replace(',', ', '),
      ),
    ],
    ['an id that is no UUID', encodeKeysetCursor(list, { value: 1, id: "'; drop table users; --" })],
    ['a text for a number', encodeKeysetCursor(list, { value: '1', id })],
    ['nothing for a number', encodeKeysetCursor(list, { value: null, id })],
    ['more than any title', encodeKeysetCursor(list, { value: 'x'.repeat(4000), id })],
  ])('with %s are refused', (_, cursor) => {
    expect(codeOf(cursor, isNumber as typeof isAny)).toBe('BAD_USER_INPUT');
  });

  test('with a value that fits are taken', () => {
    expect(codeOf(encodeKeysetCursor(list, { value: 1, id }), isNumber as typeof isAny)).toBe('taken');
  });
});
