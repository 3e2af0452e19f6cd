import { expect, test } from '@jest/globals';
import { wireMovieDetail } from '../tmdb/wire/movie-detail.wire.js';
import { detailsOf, movieStatusOf } from './movie-details.mapper.js';
import { runtimeOf, summaryOfBody } from './movie-summary.mapper.js';

const read = (body: object) => wireMovieDetail.parse({ id: 1, ...body });

test.each([
  ['Rumored', 'RUMORED'],
  ['Planned', 'PLANNED'],
  ['In Production', 'IN_PRODUCTION'],
  ['Post Production', 'POST_PRODUCTION'],
  ['Released', 'RELEASED'],
  ['Canceled', 'CANCELED'],
  ['Cancelled', 'CANCELED'],
  ['Nonsense', 'UNKNOWN'],
  ['constructor', 'UNKNOWN'],
  ['', 'UNKNOWN'],
])('the status %j is %s', (status, expected) => {
  expect(movieStatusOf(detailsOf(read({ status })))).toBe(expected);
});

test('takes 0 for money and length as not known', () => {
  expect(runtimeOf(read({ runtime: 0 }))).toEqual({ minutes: null });
  expect(detailsOf(read({ budget: 0, revenue: 0 }))).toMatchObject({
    budget: null,
    revenue: null,
  });
});

test('calls a country without a name by its code', () => {
  expect(detailsOf(read({ production_countries: [{ iso_3166_1: 'BR', name: '' }] })).productionCountries).toEqual([
    { code: 'BR', name: 'BR' },
  ]);
});

test('has the original title for a film without one in the language, and the other way round', () => {
  expect(summaryOfBody(read({ title: '', original_title: '七人の侍' })).title).toBe('七人の侍');
  expect(summaryOfBody(read({ title: 'Seven Samurai', original_title: '' })).originalTitle).toBe('Seven Samurai');
});
