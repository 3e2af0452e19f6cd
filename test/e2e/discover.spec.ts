import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Body } from '#demo/server/testing/api-client.js';
import { type Api, startApi } from '../support/api.js';
import { filmsByFilter } from './queries/list-queries.js';
import { idOf } from './subjects.js';

let api: Api;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** The query of the call to TMDb that a filter leads to, without what every call has. */
async function queryFor(filter: object, variables: object = {}): Promise<Record<string, string>> {
  const before = api.standIn.calls.length;
  const { errors } = await api.ask(filmsByFilter, { filter, first: 1, ...variables });
  expect(errors).toBeUndefined();
  const calls = api.standIn.calls.slice(before);
  expect(calls.map(({ path }) => path)).toEqual(['/discover/movie']);
  const { page: _page, language: _language, region: _region, ...query } = calls[0]!.query;
  return query;
}

const always = { include_adult: 'false', include_video: 'false', sort_by: 'popularity.desc' };
const ids = (type: string) => [idOf(type, 12), idOf(type, 7)];
const inBrazil = { watchRegion: 'BR' };

const filters: [name: string, filter: object, query: object][] = [
  ['genres, one of them', { genres: { ids: ids('Genre') } }, { with_genres: '7|12' }],
  ['genres, all of them', { genres: { ids: ids('Genre'), match: 'ALL' } }, { with_genres: '7,12' }],
  ['withoutGenres', { withoutGenres: ids('Genre') }, { without_genres: '7,12' }],
  ['keywords, one of them', { keywords: { ids: ids('Keyword'), match: 'ANY' } }, { with_keywords: '7|12' }],
  ['keywords, all of them', { keywords: { ids: ids('Keyword'), match: 'ALL' } }, { with_keywords: '7,12' }],
  ['withoutKeywords', { withoutKeywords: ids('Keyword') }, { without_keywords: '7,12' }],
  ['companies, one of them', { companies: { ids: ids('Company') } }, { with_companies: '7|12' }],
  ['companies, all of them', { companies: { ids: ids('Company'), match: 'ALL' } }, { with_companies: '7,12' }],
  ['withoutCompanies', { withoutCompanies: ids('Company') }, { without_companies: '7,12' }],
  ['cast', { cast: { ids: ids('Person'), match: 'ALL' } }, { with_cast: '7,12' }],
  ['crew', { crew: { ids: ids('Person'), match: 'ANY' } }, { with_crew: '7|12' }],
  ['people', { people: { ids: ids('Person'), match: 'ALL' } }, { with_people: '7,12' }],
  ['originalLanguages', { originalLanguages: ['ja', 'FR'] }, { with_original_language: 'fr|ja' }],
  ['originCountries', { originCountries: ['jp', 'FR'] }, { with_origin_country: 'FR|JP' }],
  ['primaryReleaseYear', { primaryReleaseYear: 1954 }, { primary_release_year: '1954' }],
  [
    'primaryReleaseDate',
    { primaryReleaseDate: { gte: '1954-01-01', lte: '1954-12-31' } },
    { 'primary_release_date.gte': '1954-01-01', 'primary_release_date.lte': '1954-12-31' },
  ],
  ['releaseYear', { releaseYear: 1999 }, { year: '1999' }],
  [
    'releaseDate',
    { releaseDate: { gte: '1999-01-01', lte: '1999-02-01' } },
    { 'release_date.gte': '1999-01-01', 'release_date.lte': '1999-02-01' },
  ],
  ['an open range', { releaseDate: { lte: '1999-02-01' } }, { 'release_date.lte': '1999-02-01' }],
  [
    'releaseTypes, one of them',
    { releaseTypes: { types: ['PREMIERE', 'THEATRICAL_LIMITED', 'THEATRICAL', 'DIGITAL', 'PHYSICAL', 'TV'] } },
    { with_release_type: '1|2|3|4|5|6' },
  ],
  [
    'releaseTypes, all of them',
    { releaseTypes: { types: ['THEATRICAL', 'DIGITAL'], match: 'ALL' } },
    { with_release_type: '3,4' },
  ],
  [
    'certification by name',
    { certification: { country: 'US', in: ['PG', 'PG-13'] } },
    { certification_country: 'US', certification: 'PG|PG-13' },
  ],
  [
    'certification by range',
    { certification: { country: 'BR', gte: 'L', lte: '12' } },
    { certification_country: 'BR', 'certification.gte': 'L', 'certification.lte': '12' },
  ],
  ['runtimeMinutes', { runtimeMinutes: { gte: 60, lte: 90 } }, { 'with_runtime.gte': '60', 'with_runtime.lte': '90' }],
  ['voteAverage', { voteAverage: { gte: 7.5, lte: 9 } }, { 'vote_average.gte': '7.5', 'vote_average.lte': '9' }],
  ['voteCount', { voteCount: { gte: 0, lte: 500 } }, { 'vote_count.gte': '0', 'vote_count.lte': '500' }],
  ['watchRegion', inBrazil, { watch_region: 'BR' }],
  [
    'watchProviders, one of them',
    { ...inBrazil, watchProviders: { ids: ids('WatchProvider') } },
    { watch_region: 'BR', with_watch_providers: '7|12' },
  ],
  [
    'watchProviders, all of them',
    { ...inBrazil, watchProviders: { ids: ids('WatchProvider'), match: 'ALL' } },
    { watch_region: 'BR', with_watch_providers: '7,12' },
  ],
  [
    'withoutWatchProviders',
    { ...inBrazil, withoutWatchProviders: ids('WatchProvider') },
    { watch_region: 'BR', without_watch_providers: '7,12' },
  ],
  [
    'monetization',
    { ...inBrazil, monetization: { types: ['SUBSCRIPTION', 'FREE', 'ADS', 'RENT', 'BUY'] } },
    { watch_region: 'BR', with_watch_monetization_types: 'ads|buy|flatrate|free|rent' },
  ],
  ['includeAdult', { includeAdult: true }, { include_adult: 'true' }],
  ['includeVideos', { includeVideos: true }, { include_video: 'true' }],
];

test.each(filters)('asks TMDb for %s', async (_, filter, query) => {
  expect(await queryFor(filter)).toEqual({ ...always, ...query });
});

test('every field of the filter is among the filters asked for', async () => {
  const { data } = await api.ask('{ __type(name: "MovieFilterInput") { inputFields { name } } }');
  const asked = new Set(filters.flatMap(([, filter]) => Object.keys(filter)));
  expect(data.__type.inputFields.map(({ name }: Body) => name).filter((name: string) => !asked.has(name))).toEqual([]);
});

test.each([
  ['no region', {}, {}],
  ['the region that is named', { region: 'FR' }, { region: 'FR' }],
  [
    'the region of the reader for what came out there',
    { filter: { releaseYear: 2000, releaseDate: { gte: '2000-01-01' } } },
    { region: 'BR' },
  ],
])('asks, in the language of the reader, for %s', async (_, variables, region) => {
  const other = await startApi();
  try {
    await other.ask(filmsByFilter, { first: 1, locale: 'pt-BR', ...variables });
    const [query] = other.standIn.calls.map((call) => call.query);
    expect(query).toMatchObject({ ...always, page: '1', language: 'pt-BR', ...region });
    expect('region' in query!).toBe('region' in region);
  } finally {
    await other.close();
  }
});

const sorts: [sort: string, sortBy: string, more?: object][] = [
  ['POPULARITY_ASC', 'popularity.asc'],
  ['PRIMARY_RELEASE_DATE_DESC', 'primary_release_date.desc'],
  ['PRIMARY_RELEASE_DATE_ASC', 'primary_release_date.asc'],
  ['REVENUE_DESC', 'revenue.desc'],
  ['REVENUE_ASC', 'revenue.asc'],
  ['TITLE_ASC', 'title.asc'],
  ['TITLE_DESC', 'title.desc'],
  ['ORIGINAL_TITLE_ASC', 'original_title.asc'],
  ['ORIGINAL_TITLE_DESC', 'original_title.desc'],
  ['VOTE_AVERAGE_DESC', 'vote_average.desc', { 'vote_count.gte': '200' }],
  ['VOTE_AVERAGE_ASC', 'vote_average.asc', { 'vote_count.gte': '200' }],
  ['VOTE_COUNT_DESC', 'vote_count.desc'],
  ['VOTE_COUNT_ASC', 'vote_count.asc'],
];

test.each(sorts)('asks TMDb for the order %s', async (sort, sortBy, more = {}) => {
  expect(await queryFor({}, { sort })).toEqual({ ...always, sort_by: sortBy, ...more });
});

test('leaves the bound of votes to whoever gives one', async () => {
  expect(await queryFor({ voteCount: { gte: 5 } }, { sort: 'VOTE_AVERAGE_DESC' })).toEqual({
    ...always,
    sort_by: 'vote_average.desc',
    'vote_count.gte': '5',
  });
});

test('takes filters that differ only in the order of IDs for the same', async () => {
  await queryFor({ genres: { ids: [idOf('Genre', 31), idOf('Genre', 32)] } });
  const before = api.standIn.calls.length;
  await api.ask(filmsByFilter, { first: 1, filter: { genres: { ids: [idOf('Genre', 32), idOf('Genre', 31)] } } });
  expect(api.standIn.calls.slice(before)).toEqual([]);
});

const provider = idOf('WatchProvider', 7);

describe('refuses', () => {
  test.each([
    ['IDs of another type', { genres: { ids: [idOf('Keyword', 7)] } }, 'is the ID of a Keyword, not of a Genre'],
    ['excluded IDs of another type', { withoutGenres: [idOf('Person', 7)] }, 'is the ID of a Person, not of a Genre'],
    ['people by the ID of a film', { cast: { ids: [idOf('Movie', 7)] } }, 'is the ID of a Movie, not of a Person'],
    ['what is no ID', { companies: { ids: ['7'] } }, 'is not a global ID of this API'],
    ['51 IDs', { keywords: { ids: Array(51).fill(idOf('Keyword', 7)) } }, 'has 51 entries; it takes up to 50.'],
    ['51 languages', { originalLanguages: Array(51).fill('pt') }, 'has 51 entries; it takes up to 50.'],
    ['a year before films', { releaseYear: 1869 }, '`filter.releaseYear` is 1869; it goes from 1870 to 2200.'],
    ['a vote above 10', { voteAverage: { gte: 10.5 } }, '`filter.voteAverage.gte` is 10.5; it goes from 0 to 10.'],
    ['votes below 0', { voteCount: { lte: -1 } }, '`filter.voteCount.lte` is -1'],
    ['two certifications in one', { certification: { country: 'US', in: ['PG|R'] } }, 'without "," and "|"'],
    ['providers without a region', { watchProviders: { ids: [provider] } }, 'needs `filter.watchRegion`'],
    ['excluded providers without a region', { withoutWatchProviders: [provider] }, 'needs `filter.watchRegion`'],
    ['monetization without a region', { monetization: { types: ['FREE'] } }, 'needs `filter.watchRegion`'],
    ['an unknown release type', { releaseTypes: { types: ['UNKNOWN'] } }, 'does not take UNKNOWN'],
    ['crossed dates', { releaseDate: { gte: '2000-01-02', lte: '2000-01-01' } }, '`filter.releaseDate.gte` is above'],
    [
      'crossed first dates',
      { primaryReleaseDate: { gte: '2000-01-02', lte: '2000-01-01' } },
      '`filter.primaryReleaseDate.gte` is above',
    ],
    ['crossed runtimes', { runtimeMinutes: { gte: 90, lte: 60 } }, '`filter.runtimeMinutes.gte` is above'],
    ['crossed votes', { voteAverage: { gte: 9, lte: 8.5 } }, '`filter.voteAverage.gte` is above'],
    ['crossed vote counts', { voteCount: { gte: 1, lte: 0 } }, '`filter.voteCount.gte` is above'],
  ])('%s', async (_, filter, message) => {
    const before = api.standIn.calls.length;
    const { data, errors } = await api.ask(filmsByFilter, { filter });
    expect(data).toEqual({ discoverMovies: null });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(message),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(api.standIn.calls.length).toBe(before);
  });
});
