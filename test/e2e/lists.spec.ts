import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Body, getAllIds, getBody } from '#demo/server/testing/api-client.js';
import { type Api, startApi } from '../support/api.js';
import { listedFilm, listedPerson } from './expected.js';
import { filmList, filmsByFilter, peopleList } from './queries/list-queries.js';

let api: Api;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const isShown = (row: Body): boolean => !row.adult && !row.softcore;
const idsOf = (connection: Body): number[] => connection.nodes.map(({ tmdbId }: Body) => tmdbId);

const filmPaths = [
  ['POPULAR', '/movie/popular?'],
  ['TOP_RATED', '/movie/top_rated?'],
  ['NOW_PLAYING', '/movie/now_playing?region=US'],
  ['UPCOMING', '/movie/upcoming?region=US'],
  ['TRENDING_DAY', '/trending/movie/day'],
  ['TRENDING_WEEK', '/trending/movie/week'],
] as const;

test.each(filmPaths)('the list %s holds the films of %s', async (list, path) => {
  const { results } = await getBody(api.standIn, path);
  const { movies } = (await api.ask(filmList, { list })).data;
  const rows = results.filter(isShown).map((row: Body) => listedFilm(row, api.standIn.imageUrl));
  expect(rows.length).toBeGreaterThan(0);
  expect(movies.nodes.slice(0, rows.length)).toEqual(rows);
  expect(movies.edges.map(({ node }: Body) => node.id)).toEqual(movies.nodes.map(({ id }: Body) => id));
});

test.each([
  ['POPULAR', '/person/popular'],
  ['TRENDING_DAY', '/trending/person/day'],
  ['TRENDING_WEEK', '/trending/person/week'],
] as const)('the list %s holds the people of %s', async (list, path) => {
  const { results, total_results } = await getBody(api.standIn, path);
  const { people } = (await api.ask(peopleList, { list })).data;
  expect(people.nodes).toEqual(results.map((row: Body) => listedPerson(row, api.standIn.imageUrl)));
  expect(people.edges.map(({ node }: Body) => node.id)).toEqual(people.nodes.map(({ id }: Body) => id));
  expect(people.totalCount).toBe(total_results);
});

test('the first list is that of popular films, 20 at a time', async () => {
  const plain = (await api.ask('{ movies { nodes { tmdbId } } }')).data.movies;
  expect(plain.nodes).toHaveLength(20);
  expect(idsOf(plain)).toEqual(idsOf((await api.ask(filmList, { list: 'POPULAR', first: 20 })).data.movies));
});

/** Reads a list to its end in pages of a size. */
async function glue(document: string, field: string, variables: object): Promise<Body[]> {
  const pages: Body[] = [];
  let after: string | null = null;
  do {
    const page: Body = (await api.ask(document, { ...variables, after })).data[field];
    pages.push(page);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return pages;
}

describe.each([7, 20, 33, 100])('in pages of %d', (first) => {
  test('popular films glued together are the list, each film once and in order', async () => {
    const rows = await getAllIds(api.standIn, '/movie/popular?');
    const { data } = await api.ask(filmList, { first: 1 });
    const pages = await glue(filmList, 'movies', { first });
    const ids = pages.flatMap(idsOf);
    expect(new Set(ids).size).toBe(ids.length);
    const shown = new Set(ids);
    expect(ids).toEqual(rows.filter((id) => shown.has(id)));
    expect(rows.length - ids.length).toBe(1);
    expect(data.movies.totalCount).toBe(rows.length);
  });

  test('discovered films glued together are the list, each film once and in order', async () => {
    const path = '/discover/movie?sort_by=title.asc&region=US&include_adult=false';
    const [rows, pages] = await Promise.all([
      getAllIds(api.standIn, path),
      glue(filmsByFilter, 'discoverMovies', { first, sort: 'TITLE_ASC', filter: { originCountries: ['US'] } }),
    ]);
    const ids = pages.flatMap(idsOf);
    const fromUs = new Set(ids);
    expect(ids.length).toBeGreaterThan(40);
    expect(ids).toEqual(rows.filter((id) => fromUs.has(id)));
  });

  test('every page but the last is full and says that it goes on', async () => {
    const pages = await glue(filmList, 'movies', { first });
    expect(pages.slice(0, -1).every((page) => page.nodes.length === first)).toBe(true);
    expect(pages.map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual(pages.map((_, index) => index > 0));
    expect(pages.every(({ pageInfo, edges }) => pageInfo.endCursor === edges.at(-1).cursor)).toBe(true);
    expect(pages.every(({ pageInfo, edges }) => pageInfo.startCursor === edges[0].cursor)).toBe(true);
  });
});

test.each([0, -1, 101])('refuses a page of %d', async (first) => {
  const { data, errors } = await api.ask(filmList, { first });
  expect(data.movies).toBeNull();
  expect(errors?.[0]).toMatchObject({
    message: `\`first\` is ${first}; it goes from 1 to 100.`,
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('refuses a cursor that no page gave', async () => {
  const { errors } = await api.ask(filmList, { after: 'somewhere' });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('a film that TMDb repeats on its next page comes once', async () => {
  const other = await startApi();
  try {
    const page1 = await getBody(other.standIn, '/movie/popular?region=US&page=1');
    other.standIn.rewrite('/movie/popular', (body) => {
      const { page, results } = body as Body;
      return page === 2 ? { ...(body as Body), results: [page1.results.at(-1), ...results.slice(0, -1)] } : body;
    });
    const { nodes } = (await other.ask(filmList, { first: 40 })).data.movies;
    expect(new Set(nodes.map(({ id }: Body) => id)).size).toBe(40);
  } finally {
    await other.close();
  }
});

test('a list of more than 10,000 rows is one of 10,000', async () => {
  const other = await startApi();
  try {
    other.standIn.rewrite('/movie/popular', (body) => ({
      ...(body as Body),
      total_pages: 38_029,
      total_results: 760_569,
    }));
    const { movies } = (await other.ask(filmList, { first: 1 })).data;
    expect(movies).toMatchObject({ totalCount: 10_000, pageInfo: { hasNextPage: true } });
  } finally {
    await other.close();
  }
});
