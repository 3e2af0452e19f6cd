import { describe, expect, test } from '@jest/globals';
import { GraphQLError, type GraphQLScalarType, Kind } from 'graphql';
import { CountryCodeScalar } from './country-code.scalar.js';
import { DateScalar, isCalendarDate } from './date.scalar.js';
import { LanguageCodeScalar } from './language-code.scalar.js';
import { LocaleScalar } from './locale.scalar.js';

const scalars: [scalar: GraphQLScalarType<unknown, unknown>, taken: [string, unknown][], refused: string[]][] = [
  [
    CountryCodeScalar,
    [
      ['BR', 'BR'],
      ['br', 'BR'],
    ],
    ['', 'B', 'BRA', '12', 'Ж1', ' BR'],
  ],
  [
    LanguageCodeScalar,
    [
      ['pt', 'pt'],
      ['PT', 'pt'],
      ['fil', 'fil'],
    ],
    ['', 'p', 'pt-BR', '12'],
  ],
  [
    DateScalar,
    [
      ['1999-10-15', '1999-10-15'],
      ['2024-02-29', '2024-02-29'],
    ],
    ['', '1999-10', '1999-13-01', '2023-02-29', '99-10-15', '1999-10-15T00:00:00Z', '15.10.1999'],
  ],
  [
    LocaleScalar,
    [
      ['pt-br', ['pt-BR']],
      ['pt-BR, en;q=0.5', ['pt-BR', 'en']],
    ],
    ['', 'x', 'pt-BR, ?', '*'],
  ],
];

describe.each(scalars)('%s', (scalar, taken, refused) => {
  test.each(taken)('takes %j as %j, written out or as a variable', (text, value) => {
    expect(scalar.parseValue(text)).toEqual(value);
    expect(scalar.parseLiteral({ kind: Kind.STRING, value: text })).toEqual(value);
  });

  test.each(refused)('refuses %j, written out or as a variable', (text) => {
    expect(() => scalar.parseValue(text)).toThrow(GraphQLError);
    expect(() => scalar.parseLiteral({ kind: Kind.STRING, value: text })).toThrow(GraphQLError);
  });

  test.each([7, true, null, [], {}])('refuses %j, which is no text', (value) => {
    expect(() => scalar.parseValue(value)).toThrow(GraphQLError);
  });

  test('refuses a number that is written out', () => {
    expect(() => scalar.parseLiteral({ kind: Kind.INT, value: '7' })).toThrow(GraphQLError);
  });
});

test('a locale goes out as one tag', () => {
  expect(LocaleScalar.serialize('pt-BR')).toBe('pt-BR');
});

test.each([
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['2024-04-31', false],
  ['', false],
])('whether %j is a day: %j', (text, isDay) => {
  expect(isCalendarDate(text)).toBe(isDay);
});
