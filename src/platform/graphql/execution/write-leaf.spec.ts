import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLNonNull,
  GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import type { Run } from './run.js';
import { leafWriter, nullable } from './write-leaf.js';

// Leaves are written from their value alone.
const run = {} as Run;

/** What is written, as the client reads it. */
function written(type: GraphQLLeafType, value: unknown): string {
  return Buffer.from(leafWriter(type)(value, run) as string, 'latin1').toString();
}

/** What GraphQL's own executor and `JSON.stringify` make of it. */
function expected(type: GraphQLLeafType, value: unknown): string {
  return JSON.stringify(type.serialize(value));
}

const values: readonly unknown[] = [
  '',
  'a',
  'quote " and \\ and \n\u0000\u001F\u007F',
  'ü',
  '日本',
  '\u{1F3AC}',
  '\uD83C',
  'a\uDFACb',
  '\u2028',
  0,
  -0,
  1,
  -1,
  2_147_483_647,
  -2_147_483_648,
  2_147_483_648,
  1.5,
  1e21,
  1e-7,
  5e-324,
  Number.MAX_VALUE,
  Number.NaN,
  Infinity,
  true,
  false,
  12n,
  {},
  [],
  Symbol('a'),
  { valueOf: () => 'b' },
  { valueOf: () => 3 },
  new Date(0),
];

const scalars = [GraphQLString, GraphQLID, GraphQLInt, GraphQLFloat, GraphQLBoolean];

describe.each(scalars.map((type) => [type.name, type] as const))('%s is written as GraphQL does', (_, type) => {
  test.each(values.map((value) => [typeof value, value] as const))('%s %p', (__, value) => {
    let text: string | null = null;
    try {
      text = expected(type, value);
    } catch {
      // Then it is nothing of the type.
    }
    if (text === null) expect(() => written(type, value)).toThrow();
    else expect(written(type, value)).toBe(text);
  });

  test('whatever it is', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.double(), fc.integer(), fc.boolean());
    fc.assert(
      fc.property(anything, (value) => {
        let text: string | null = null;
        try {
          text = expected(type, value);
        } catch {
          return expect(() => written(type, value)).toThrow();
        }
        return expect(written(type, value)).toBe(text);
      }),
    );
  });
});

test('of a text a character is written for each byte', () => {
  const text = leafWriter(GraphQLString)('ü日\u{1F3AC}', run) as string;
  expect(text.length).toBe(2 + 2 + 3 + 4);
  // oxlint-disable-next-line no-control-regex -- those of one byte
  expect(text).toMatch(/^[\0-\xFF]*$/);
});

describe('an enum', () => {
  const type = new GraphQLEnumType({ name: 'Size', values: { SMALL: { value: 's' }, LARGE: { value: 7 }, OTHER: {} } });

  test('is written by its name', () => {
    expect(['s', 7, 'OTHER'].map((value) => written(type, value))).toEqual(['"SMALL"', '"LARGE"', '"OTHER"']);
  });

  test.each(['SMALL', '7', null, {}])('is not %p', (value) => {
    expect(() => written(type, value)).toThrow();
  });
});

describe('a scalar of ours', () => {
  const scalar = (serialize: (value: unknown) => unknown) => new GraphQLScalarType({ name: 'Ours', serialize });

  test.each([
    ['text', 'ü'],
    ['number', 1e21],
    ['object', { a: ['ü'] }],
    ['list', [1, null]],
    ['false', false],
    ['nothing but a text', ''],
  ])('may serialize to a %s', (_, value) => {
    expect(
      written(
        scalar(() => value),
        'x',
      ),
    ).toBe(JSON.stringify(value));
  });

  test.each([null, undefined])('may not serialize to %p', (value) => {
    expect(() =>
      written(
        scalar(() => value),
        'x',
      ),
    ).toThrow();
  });

  test('called as one of GraphQL’s is written by itself', () => {
    const named = new GraphQLScalarType({ name: 'toString', serialize: () => 'mine' });
    expect(written(named, 'x')).toBe('"mine"');
  });
});

describe('a value', () => {
  const write = nullable(GraphQLString, leafWriter(GraphQLString));
  const writeAlways = nullable(new GraphQLNonNull(GraphQLString), leafWriter(GraphQLString));

  test.each([null, undefined])('that is %p is null, where it may be', (value) => {
    expect(write(value, run)).toBe('null');
    expect(() => writeAlways(value, run)).toThrow('never null');
  });

  test('that is an error is thrown', () => {
    const error = new Error('no');
    expect(() => write(error, run)).toThrow(error);
    expect(() => writeAlways(error, run)).toThrow(error);
  });

  test.each(['', 0, false])('that is %p is none of these', (value) => {
    expect(write(value, run)).toBe(JSON.stringify(String(value)));
  });
});
