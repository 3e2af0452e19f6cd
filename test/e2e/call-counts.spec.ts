import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Body } from '#demo/server/testing/api-client.js';
import { type Api, startApi } from '../support/api.js';
import { filmList } from './queries/list-queries.js';
import { movieTitleAndPoster, wholeMovie } from './queries/movie-queries.js';
import { oneNode } from './queries/other-queries.js';
import { catalogue, filmWhere, idOf } from './subjects.js';

let api: Api;

beforeEach(async () => {
  api = await startApi();
  // A film that may not be shown would make a page of 20 need the next one as well.
  api.standIn.rewrite('/movie/popular', (body) => ({
    ...(body as Body),
    results: (body as Body).results.map((row: Body) => ({ ...row, softcore: false })),
  }));
});
afterEach(() => api.close());

/** The calls that a document leads to. It must be answered in full. */
async function callsOf(query: string, variables?: object): Promise<string[]> {
  api.takeCalls();
  expect((await api.ask(query, variables)).errors).toBeUndefined();
  return api.takeCalls();
}

test('nothing is asked of TMDb before the first request', () => {
  expect(api.takeCalls()).toEqual([]);
});

test('20 films with their cast cost one call for the list and one each, and none the second time', async () => {
  const query =
    '{ movies(list: POPULAR, first: 20) { nodes { title cast(first: 5) { edges { character node { name } } } } } }';
  const cold = await callsOf(query);
  expect(cold).toHaveLength(21);
  expect(new Set(cold).size).toBe(21);
  expect(await callsOf(query)).toEqual([]);
});

test.each([
  [
    'cast, directors, trailer and providers',
    'cast(first: 3) { nodes { name } } directors { name } trailer { key } watchProviders { link }',
  ],
  ['ten recommendations by title', 'recommendations(first: 10) { nodes { title } }'],
  ['every text', 'title overview tagline homepage runtimeMinutes translations { title } alternativeTitles { title }'],
])('20 films with %s cost one call for the list and one each, and none the second time', async (_, fields) => {
  const query = `{ movies(list: POPULAR, first: 20, locale: "pt-BR, en") { nodes { title ${fields} } } }`;
  const cold = await callsOf(query);
  expect([cold.length, new Set(cold).size]).toEqual([21, 21]);
  expect(await callsOf(query)).toEqual([]);
});

test('20 films of which only the list tells cost one call, and none the second time', async () => {
  expect(await callsOf(filmList, { list: 'POPULAR', first: 20 })).toEqual(['/movie/popular']);
  expect(await callsOf(filmList, { list: 'POPULAR', first: 20 })).toEqual([]);
});

test('the names of genres cost one call more for all films', async () => {
  const query = '{ movies(list: POPULAR, first: 20) { nodes { title genres { name } } } }';
  expect(await callsOf(query)).toEqual(['/movie/popular', '/genre/movie/list']);
  expect(await callsOf(query)).toEqual([]);
});

test('100 films cost the five pages of the list', async () => {
  expect(await callsOf(filmList, { list: 'POPULAR', first: 100 })).toEqual(Array(5).fill('/movie/popular'));
});

test.each([
  ['made in English', (language: string) => language === 'en'],
  ['made in another language', (language: string) => language === 'ja'],
])('every field of a film %s costs at most three calls, and none the second time', async (_, isWanted) => {
  const film = filmWhere(({ record, year }) => year !== null && isWanted(record.language));
  const cold = await callsOf(wholeMovie, { tmdbId: film.id });
  expect(cold.length).toBeLessThanOrEqual(3);
  expect(cold).toContain(`/movie/${film.id}`);
  expect(await callsOf(wholeMovie, { tmdbId: film.id })).toEqual([]);
});

test('title and poster of a film that a list has just told cost nothing', async () => {
  const { movies } = (await api.ask(filmList, { list: 'POPULAR', first: 20 })).data;
  expect(await callsOf(movieTitleAndPoster, { tmdbId: movies.nodes[7].tmdbId })).toEqual([]);
});

test('a list told in one language tells nothing in another', async () => {
  const { movies } = (await api.ask(filmList, { list: 'POPULAR', first: 1, locale: 'pt-BR' })).data;
  const { tmdbId } = movies.nodes[0];
  expect(await callsOf(movieTitleAndPoster, { tmdbId })).toEqual([`/movie/${tmdbId}`]);
});

test('one film by three paths in one request costs one call', async () => {
  const { id } = filmWhere(() => true);
  const fields = '{ title runtimeMinutes directors { name } }';
  const query = `query($id: ID!, $tmdbId: Int!) {
    movie(tmdbId: $tmdbId) ${fields}
    node(id: $id) { ... on Movie ${fields} }
    moviesByTmdbIds(tmdbIds: [$tmdbId, $tmdbId]) ${fields}
  }`;
  expect(await callsOf(query, { id: idOf('Movie', id), tmdbId: id })).toEqual([`/movie/${id}`]);
});

test('one person by two paths in one request costs one call', async () => {
  const [person] = catalogue.people;
  const fields = '{ name biography knownFor { title } images { totalCount } }';
  const query = `query($id: ID!, $tmdbId: Int!) {
    person(tmdbId: $tmdbId) ${fields}
    node(id: $id) { ... on Person ${fields} }
  }`;
  const tmdbId = person!.id;
  expect(await callsOf(query, { id: idOf('Person', tmdbId), tmdbId })).toEqual([`/person/${tmdbId}`]);
});

test('requests for one film at the same time share one call', async () => {
  const tmdbId = filmWhere(() => true).id;
  api.takeCalls();
  await Promise.all(Array.from({ length: 25 }, () => api.ask(movieTitleAndPoster, { tmdbId })));
  expect(api.takeCalls()).toEqual([`/movie/${tmdbId}`]);
});

test('a film that does not exist is asked for once', async () => {
  expect(await callsOf(oneNode, { id: idOf('Movie', 3) })).toEqual(['/movie/3']);
  expect(await callsOf(oneNode, { id: idOf('Movie', 3) })).toEqual([]);
});

test('what is about the API itself costs nothing', async () => {
  expect(await callsOf('{ about { version } __typename }')).toEqual([]);
});

test('certifications, languages, countries and services cost one call each, and none the second time', async () => {
  const query = '{ certifications { name } languages { code } countries { code } watchProviders { name } }';
  expect((await callsOf(query)).toSorted()).toEqual([
    '/certification/movie/list',
    '/configuration/countries',
    '/configuration/languages',
    '/watch/providers/movie',
  ]);
  expect(await callsOf(query)).toEqual([]);
});
