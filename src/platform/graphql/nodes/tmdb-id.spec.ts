import { expect, test } from '@jest/globals';
import { isTmdbId } from './tmdb-id.js';

test.each(['1', '550', '1000000001', '2147483647', 1, 550, 2_147_483_647])('%j is a number of TMDb', (id) => {
  expect(isTmdbId(id)).toBe(true);
});

const others = ['0', '-1', '01', '1.0', '1e3', '0x10', '', 'NaN', '2147483648', '12345678901', 0, -1, 1.5, Infinity];

test.each([...others, Number.NaN, 1e21, 2_147_483_648])('%j is no number of TMDb', (id) => {
  expect(isTmdbId(id)).toBe(false);
});
