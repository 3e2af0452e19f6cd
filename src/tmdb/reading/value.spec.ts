import { expect, test } from '@jest/globals';
import { calendarDate, countryCode, instant, languageCode, positive, positiveInteger, webAddress } from './value.js';

test.each([
  [7, 7],
  [0.5, 0.5],
  [0, null],
  [-1, null],
  [null, null],
])('the positive number of %j is %j', (value, expected) => {
  expect(positive(value)).toBe(expected);
});

test.each([
  [2_923_706_026, 2_923_706_026],
  [0, null],
  [1.5, null],
  [2 ** 53, null],
  [null, null],
])('the positive whole number of %j is %j', (value, expected) => {
  expect(positiveInteger(value)).toBe(expected);
});

test.each([
  ['1999-10-15', '1999-10-15'],
  ['1999-10-15T00:00:00.000Z', '1999-10-15'],
  ['1999', null],
  ['1999-13-15', null],
  ['1999-02-30', null],
  ['', null],
  ['Nonsense', null],
  [null, null],
])('the day of %j is %j', (value, expected) => {
  expect(calendarDate(value)).toBe(expected);
});

test.each([
  ['2015-06-01T10:00:00.000Z', '2015-06-01T10:00:00.000Z'],
  ['2015-06-01 10:00:00 UTC', '2015-06-01T10:00:00.000Z'],
  ['2015-06-01T10:00:00', '2015-06-01T10:00:00.000Z'],
  ['2015-06-01 10:00', '2015-06-01T10:00:00.000Z'],
  ['2015-06-01T10:00:00+02:00', '2015-06-01T08:00:00.000Z'],
  ['2015-06-01', '2015-06-01T00:00:00.000Z'],
  ['2015-02-30T10:00:00Z', null],
  ['2015-06-01T25:00:00Z', null],
  ['2015-06-01 or so', null],
  ['2', null],
  ['June 1, 2015', null],
  ['', null],
  ['Nonsense', null],
  [null, null],
])('the instant of %j is %j', (value, expected) => {
  expect(instant(value)).toBe(expected);
});

test.each([
  ['https://example.org/film', 'https://example.org/film'],
  ['http://example.org', 'http://example.org/'],
  ['javascript:alert(1)', null],
  ['ftp://example.org', null],
  ['/film', null],
  ['', null],
  [null, null],
])('the web address of %j is %j', (value, expected) => {
  expect(webAddress(value)).toBe(expected);
});

test.each([
  ['BR', 'BR'],
  ['br', null],
  ['BRA', null],
  ['', null],
  [null, null],
])('the country of %j is %j', (value, expected) => {
  expect(countryCode(value)).toBe(expected);
});

test.each([
  ['pt', 'pt'],
  ['xx', null],
  ['PT', null],
  ['', null],
  [null, null],
])('the language of %j is %j', (value, expected) => {
  expect(languageCode(value)).toBe(expected);
});
