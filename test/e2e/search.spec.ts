import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Body, getBody } from '#demo/server/testing/api-client.js';
import { type Api, startApi } from '../support/api.js';
import { listedFilm, listedPerson, urlAt } from './expected.js';
import { filmSearch, wholeSearch } from './queries/list-queries.js';
import { catalogue, filmWhere, firstOf, idOf, personWhere } from './subjects.js';

let api: Api;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const wordsOf = (text: string): string => encodeURIComponent(text.toLowerCase());
const search = async (query: string) => (await api.ask(wholeSearch, { query })).data.search;
const bodyOf = (kind: string, query: string): Promise<Body> =>
  getBody(api.standIn, `/search/${kind}?query=${wordsOf(query)}`);
const isShown = (row: Body): boolean => !row.adult && !row.softcore;

const film = filmWhere(({ record }) => record.title.split(' ').length > 2);
const person = personWhere(({ cast }) => cast.length > 2);
const collection = firstOf(catalogue.collections);
const keyword = firstOf(catalogue.keywords);
const company = firstOf(catalogue.companies);
/** A first name of a few people that is a word of a title, too. */
const sharedName = firstOf(
  catalogue.films
    .flatMap(({ record }) => record.title.split(' '))
    .filter((word) => /^[A-Z][a-z]{3,}$/.test(word))
    .filter((word) => {
      const count = catalogue.people.filter(({ name }) => name.startsWith(`${word} `)).length;
      return count > 0 && count < 8;
    }),
);

describe('search', () => {
  test('finds films by their titles', async () => {
    const { results, total_results } = await bodyOf('movie', film.record.title);
    const { movies } = await search(film.record.title);
    expect(movies.nodes).toEqual(results.filter(isShown).map((row: Body) => listedFilm(row, api.standIn.imageUrl)));
    expect(movies.nodes).toContainEqual(expect.objectContaining({ tmdbId: film.id }));
    expect(movies.totalCount).toBe(total_results);
  });

  test('finds people by their names', async () => {
    const { results } = await bodyOf('person', person.name);
    const { people } = await search(person.name);
    expect(people.nodes).toEqual(results.map((row: Body) => listedPerson(row, api.standIn.imageUrl)));
    expect(people.edges[0].node.id).toBe(idOf('Person', person.id));
  });

  test('finds collections by their names', async () => {
    const { results } = await bodyOf('collection', collection.name);
    const { collections } = await search(collection.name);
    expect(collections.nodes).toEqual(
      results.map((row: Body) => ({
        id: idOf('Collection', row.id),
        tmdbId: row.id,
        name: row.name,
        poster: urlAt(api.standIn.imageUrl, 'w500', row.poster_path),
      })),
    );
    expect(collections.edges[0].node.id).toBe(idOf('Collection', collection.id));
  });

  test('finds keywords', async () => {
    const { results } = await bodyOf('keyword', keyword.name);
    const { keywords } = await search(keyword.name);
    expect(keywords.nodes).toEqual(
      results.map(({ id, name }: Body) => ({ id: idOf('Keyword', id), tmdbId: id, name })),
    );
    expect(keywords.edges[0].node.id).toBe(idOf('Keyword', keyword.id));
  });

  test('finds companies by their names', async () => {
    const { results } = await bodyOf('company', company.name);
    const { companies } = await search(company.name);
    expect(companies.nodes).toEqual(
      results.map((row: Body) => ({
        id: idOf('Company', row.id),
        tmdbId: row.id,
        name: row.name,
        originCountry: row.origin_country || null,
        logo: urlAt(api.standIn.imageUrl, 'w185', row.logo_path),
      })),
    );
    expect(companies.edges[0].node.id).toBe(idOf('Company', company.id));
  });

  test('puts films and people into one order on top', async () => {
    const { results } = await bodyOf('multi', sharedName);
    const { top } = await search(sharedName);
    expect(new Set(top.map(({ __typename }: Body) => __typename))).toEqual(new Set(['Movie', 'Person']));
    expect(top).toEqual(
      results
        .filter(isShown)
        .map((row: Body) =>
          row.media_type === 'movie'
            ? { __typename: 'Movie', tmdbId: row.id, title: row.title }
            : { __typename: 'Person', tmdbId: row.id, name: row.name },
        ),
    );
  });
});

test.each([
  ['movies { totalCount }', ['/search/movie']],
  ['people { totalCount } keywords { totalCount }', ['/search/keyword', '/search/person']],
  ['top { __typename }', ['/search/multi']],
  ['__typename', []],
])('asks TMDb only for what is selected: %s', async (fields, paths) => {
  const other = await startApi();
  try {
    await other.ask(`{ search(query: "moon") { ${fields} } }`);
    expect(other.takeCalls().toSorted()).toEqual(paths);
  } finally {
    await other.close();
  }
});

test('takes words that differ in case, width and spaces for the same', async () => {
  const other = await startApi();
  try {
    const { data } = await other.ask(filmSearch, { query: 'the  MOON ' });
    other.takeCalls();
    expect((await other.ask(filmSearch, { query: ' ＴＨＥ moon' })).data).toEqual(data);
    expect(other.takeCalls()).toEqual([]);
  } finally {
    await other.close();
  }
});

test('finds films of one year alone', async () => {
  const query = firstOf(film.record.title.split(' '));
  const body = await getBody(api.standIn, `/search/movie?query=${wordsOf(query)}&year=${film.year}`);
  const { nodes } = (await api.ask(filmSearch, { query, year: film.year, first: 20 })).data.searchMovies;
  expect(nodes.map(({ tmdbId }: Body) => tmdbId)).toEqual(body.results.filter(isShown).map(({ id }: Body) => id));
});

test.each(['', '   ', 'x'.repeat(101)])('refuses %j as words', async (query) => {
  const { data, errors } = await api.ask(filmSearch, { query });
  expect(data).toEqual({ searchMovies: null });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test.each([0, 21])('refuses %d results on top', async (first) => {
  const query = 'query($first: Int) { search(query: "moon") { top(first: $first) { __typename } } }';
  expect((await api.ask(query, { first })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('finds nothing for words that nothing has', async () => {
  const { movies, people, top } = await search('qqqqqqqq');
  expect([movies.nodes, movies.totalCount, people.nodes, top]).toEqual([[], 0, [], []]);
});
