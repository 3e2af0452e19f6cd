import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../support/api.js';
import { errorsOf, expectFault } from './client-fault.js';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('a document that does not fit', () => {
  test.each([
    ['a brace that is not closed', '{'],
    ['a stray character', '{ about { version } } €'],
    ['nothing but spaces', '   '],
    ['a lone surrogate as an escape', String.raw`{ searchMovies(query: "\ud800") { totalCount } }`],
    ['a lone surrogate as it is', '{ searchMovies(query: "\ud800") { totalCount } }'],
  ])('is not GraphQL: %s', async (_name, query) => {
    await expectFault(await api.fetch({ query }), { status: 400, code: 'GRAPHQL_PARSE_FAILED' });
  });

  test.each([
    ['an unknown field', '{ nothing }'],
    ['a field of the prototype', '{ __proto__ }'],
    ['an unknown argument', '{ movies(__proto__: 1) { totalCount } }'],
    ['an unknown directive', '{ ... @defer { about { version } } }'],
    ['an unknown fragment', '{ ...nowhere }'],
    ['a fragment inside itself', '{ ...f } fragment f on Query { ...f }'],
    ['fragments alone', 'fragment f on Query { __typename }'],
    ['two operations of one name', 'query A { __typename } query A { __typename }'],
    ['no fields of an object', '{ about }'],
    ['fields of a text', '{ about { version { a } } }'],
    ['an Int that is too large', '{ movie(tmdbId: 2147483648) { title } }'],
    ['an Int with a fraction', '{ movies(first: 1.5) { totalCount } }'],
    ['an Int as text', '{ movies(first: "1") { totalCount } }'],
    ['an unknown enum value', '{ movies(list: NOTHING) { totalCount } }'],
    ['null where it is not allowed', '{ searchMovies(query: null) { totalCount } }'],
    ['a malformed Locale', '{ movies(locale: "x y") { totalCount } }'],
    ['an empty Locale', '{ movies(locale: "") { totalCount } }'],
    ['a Locale that is a number', '{ movies(locale: 5) { totalCount } }'],
    ['a malformed Locale of a title', '{ movies { nodes { title(locale: "??") } } }'],
    ['a CountryCode of three letters', '{ movies(region: "USA") { totalCount } }'],
    ['a LanguageCode that is a name', '{ movies { nodes { images(languages: ["english"]) { totalCount } } } }'],
    ['a Date that does not exist', '{ discoverMovies(filter: { releaseDate: { gte: "2020-02-30" } }) { totalCount } }'],
    ['a Date that is a year', '{ discoverMovies(filter: { releaseDate: { gte: 2020 } }) { totalCount } }'],
    ['a mutation that there is not', 'mutation { createMovie }'],
    ['a subscription, of which there are none', 'subscription { movies }'],
    ['a subscription to nothing', 'subscription { __typename }'],
  ])('does not fit the schema: %s', async (_name, query) => {
    await expectFault(await api.fetch({ query }), { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  test.each([
    ['none of that name', { query: 'query A { __typename }', operationName: 'B' }],
    ['the prototype', { query: 'query A { __typename }', operationName: '__proto__' }],
    ['no name for two', { query: 'query A { __typename } query B { __typename }' }],
  ])('has no operation to run: %s', async (_name, body) => {
    await expectFault(await api.fetch(body), { status: 400, code: 'OPERATION_RESOLUTION_FAILURE' });
  });
});

test.each([
  '{ movies(locale: "!!") { totalCount } }',
  '{ movies(region: "USA") { totalCount } }',
  '{ discoverMovies(filter: { releaseDate: { gte: "2020-02-30" } }) { totalCount } }',
  '{ discoverMovies(filter: { originalLanguages: "english" }) { totalCount } }',
])('a value that does not fit is told by its place: %s', async (query) => {
  const { errors } = (await (await api.fetch({ query })).json()) as { errors: { locations: { column: number }[] }[] };
  expect(errors[0]?.locations).toEqual([{ line: 1, column: query.indexOf('"') + 1 }]);
});

describe('a variable that does not fit its type', () => {
  const unusual: unknown = JSON.parse('{ "__proto__": { "includeAdult": true } }');

  test.each<[string, string, Record<string, unknown>]>([
    ['String!', 'searchMovies(query: $v)', {}],
    ['String!', 'searchMovies(query: $v)', { v: null }],
    ['String!', 'searchMovies(query: $v)', { v: ['a'] }],
    ['Int', 'movies(first: $v)', { v: 1e300 }],
    ['Int', 'movies(first: $v)', { v: '1' }],
    ['Int', 'movies(first: $v)', { v: 'x' }],
    ['Int', 'movies(first: $v)', { v: { a: 1 } }],
    ['Int', 'movies(first: $v)', { v: true }],
    ['MovieList', 'movies(list: $v)', { v: 'NOTHING' }],
    ['MovieList', 'movies(list: $v)', { v: 'constructor' }],
    ['Locale', 'movies(locale: $v)', { v: '!!' }],
    ['Locale', 'movies(locale: $v)', { v: { a: 1 } }],
    ['Locale', 'movies(locale: $v)', { v: 7 }],
    ['Locale', 'movies(locale: $v)', { v: 'en,'.repeat(100) }],
    ['CountryCode', 'movies(region: $v)', { v: 1 }],
    ['CountryCode', 'movies(region: $v)', { v: 'U\ud800' }],
    ['Date', 'discoverMovies(filter: { releaseDate: { gte: $v } })', { v: 'soon' }],
    ['Date', 'discoverMovies(filter: { releaseDate: { gte: $v } })', { v: 20_200_101 }],
    ['Float', 'discoverMovies(filter: { voteAverage: { gte: $v } })', { v: 'x' }],
    ['MovieFilterInput', 'discoverMovies(filter: $v)', { v: unusual }],
    ['MovieFilterInput', 'discoverMovies(filter: $v)', { v: { nothing: 1 } }],
  ])('%s in %s: %j', async (type, field, variables) => {
    const query = `query Q($v: ${type}) { ${field} { totalCount } }`;
    await expectFault(await api.fetch({ query, variables }), { status: 400, code: 'BAD_USER_INPUT' });
  });

  test.each([1.5, {}, true])('an ID that is %j', async (id) => {
    const query = 'query Q($id: ID!) { node(id: $id) { id } }';
    await expectFault(await api.fetch({ query, variables: { id } }), { status: 400, code: 'BAD_USER_INPUT' });
  });

  test('more faults than are told', async () => {
    const query = 'query Q($ids: [Int!]!) { moviesByTmdbIds(tmdbIds: $ids) { title } }';
    const response = await api.fetch({ query, variables: { ids: Array(100).fill('x') } });
    const errors = await errorsOf(response);
    expect(response.status).toBe(400);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
  });

  test('a condition that is null', async () => {
    const query = 'query Q($if: Boolean = true) { about @skip(if: $if) { version } }';
    await expectFault(await api.fetch({ query, variables: { if: null } }), { status: 200, code: 'BAD_USER_INPUT' });
  });
});

describe('an argument that a field can not use', () => {
  test.each([
    '{ movies(first: 0) { totalCount } }',
    '{ movies(first: -1) { totalCount } }',
    '{ movies(first: 101) { totalCount } }',
    '{ movies(after: "") { totalCount } }',
    '{ movies(after: "zzz") { totalCount } }',
    '{ searchMovies(query: "  ") { totalCount } }',
    `{ searchMovies(query: "${'x'.repeat(101)}") { totalCount } }`,
    `{ searchMovies(query: "${'ﷺ'.repeat(60)}") { totalCount } }`,
    '{ movie { title } }',
    '{ movie(id: null, tmdbId: null, imdbId: null) { title } }',
    '{ movie(tmdbId: 1, imdbId: "tt0000001") { title } }',
    '{ movie(id: "nothing") { title } }',
    '{ movie(imdbId: "nothing") { title } }',
    '{ discoverMovies(filter: { voteAverage: { gte: 1e999 } }) { totalCount } }',
    '{ searchMovies(query: "a", year: -5) { totalCount } }',
    '{ person(imdbId: "tt0000001") { name } }',
    '{ moviesByTmdbIds(tmdbIds: []) { title } }',
    '{ discoverMovies(filter: { watchProviders: { ids: ["a"] } }) { totalCount } }',
    '{ discoverMovies(filter: { genres: { ids: ["__proto__"], match: null } }) { totalCount } }',
  ])('%s', async (query) => {
    const response = await api.fetch({ query });
    const error = await expectFault(response, { status: 200, code: 'BAD_USER_INPUT' });
    expect(error.path).toHaveLength(1);
  });

  test.each(['nodes(ids: $ids) { id }', 'moviesByTmdbIds(tmdbIds: $ids) { id }'])('101 for %s', async (field) => {
    const query = `query Q($ids: [${field.startsWith('nodes') ? 'ID' : 'Int'}!]!) { ${field} }`;
    const variables = { ids: Array.from({ length: 101 }, (_, index) => index + 1) };
    await expectFault(await api.fetch({ query, variables }), { status: 200, code: 'BAD_USER_INPUT' });
  });

  test('fails alone, and leaves the other fields standing', async () => {
    const answer = await api.ask('{ movies(first: 0) { totalCount } about { mode } }');
    expect(answer.data).toEqual({ movies: null, about: { mode: 'LIVE' } });
    expect(answer.errors).toHaveLength(1);
  });
});

describe('input that is strange and can be used', () => {
  const requests: [query: string, variables?: object][] = [
    ['{ movies(list: null, first: null, after: null, locale: null, region: null) { totalCount } }'],
    ['{ discoverMovies(filter: null, sort: null, first: null) { totalCount } }'],
    ['{ discoverMovies(filter: { includeAdult: null, includeVideos: null, genres: null }) { totalCount } }'],
    ['{ people(list: null, first: null) { totalCount } }'],
    ['{ searchMovies(query: "a", includeAdult: null, year: null) { totalCount } }'],
    [
      '{ search(query: "a", includeAdult: null) { top(first: null) { __typename } movies(first: null) { totalCount } } }',
    ],
    ['{ movies(first: 1) { nodes { poster { url(size: null) } } } }'],
    [
      '{ movies(first: 1) { nodes { cast(first: null) { totalCount } crew(department: null, job: null) { totalCount } } } }',
    ],
    ['{ movies(first: 1) { nodes { images(first: null, kind: null, languages: null) { totalCount } } } }'],
    ['{ movies(first: 1) { nodes { videos(first: null, type: null, official: null) { totalCount } } } }'],
    ['{ movies(first: 1) { nodes { similar(first: null) { totalCount } reviews(first: null) { totalCount } } } }'],
    ['{ movies(first: 1) { nodes { genres { movies(sort: null, first: null) { totalCount } } } } }'],
    ['{ people(first: 1) { nodes { knownFor(first: null) { title } filmography(sort: null) { totalCount } } } }'],
    ['query Q($n: Int, $s: MovieSort) { discoverMovies(first: $n, sort: $s) { totalCount } }', { n: null, s: null }],
    ['query Q($n: Int = 5) { movies(first: $n) { totalCount } }', { n: null }],
    ['query Q($__proto__: Int) { movies(first: $__proto__) { totalCount } }', JSON.parse('{ "__proto__": 1 }')],
    ['{ __proto__: __typename }', JSON.parse('{ "__proto__": { "a": 1 }, "constructor": 1, "toString": null }')],
    ['query Q($q: String!) { searchMovies(query: $q) { totalCount } }', { q: '\ud800' }],
    ['query Q($q: String!) { searchMovies(query: $q) { totalCount } }', { q: 'a\u0000b\u202e%&?#/../' }],
    ['query Q($id: ID!) { node(id: $id) { id } }', { id: '\udc00' }],
    ['{ node(id: "") { id } }'],
    ['{ movie(tmdbId: 2147483647) { title } }'],
    ['{ movie(tmdbId: -1) { title } }'],
    ['{ moviesByTmdbIds(tmdbIds: [0, -2147483648]) { title } }'],
  ];

  test.each(requests.map(([query, variables = {}]) => ({ query, variables })))(
    '$query',
    async ({ query, variables }) => {
      const answer = await api.ask(query, variables);
      expect(answer.errors).toBeUndefined();
    },
  );

  test('does not reach the prototype of anything', async () => {
    await api.fetch('{ "query": "{ __typename }", "__proto__": { "polluted": 1 }, "extensions": { "__proto__": 1 } }');
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect({}).not.toHaveProperty('polluted');
  });
});
