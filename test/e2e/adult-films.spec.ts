import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Body } from '#demo/server/testing/api-client.js';
import { type Api, startApi } from '../support/api.js';
import { catalogue, filmWhere, firstOf, idOf, personWhere } from './subjects.js';

const adult = firstOf(catalogue.films.filter(({ isAdult }) => isAdult));
const softcore = firstOf(catalogue.films.filter(({ isSoftcore }) => isSoftcore));
const hidden = [adult.id, softcore.id];
const film = filmWhere(({ collection }) => (collection?.films.length ?? 0) > 2);
const person = personWhere(({ cast }) => cast.length > 2);
const playsInThem = personWhere(({ cast }) => cast.some((credit) => credit.film === softcore));

/** Marks the first row of every list as adult and the second as softcore, whatever the stand-in sends. */
function marked(body: unknown): unknown {
  const mark = (rows: Body[] | undefined) =>
    rows?.map((row, index) => ({ ...row, adult: index === 0, softcore: index === 1 }));
  const { results, parts, recommendations, similar, movie_credits: credits, ...rest } = body as Body;
  return {
    ...rest,
    ...(results && { results: mark(results) }),
    ...(parts && { parts: mark(parts) }),
    ...(recommendations && { recommendations: { ...recommendations, results: mark(recommendations.results) } }),
    ...(similar && { similar: { ...similar, results: mark(similar.results) } }),
    ...(credits && { movie_credits: { cast: mark(credits.cast), crew: [] } }),
  };
}

const lists: [name: string, path: string, query: string, read: (data: Body) => Body[]][] = [
  ...['POPULAR', 'TOP_RATED', 'NOW_PLAYING', 'UPCOMING', 'TRENDING_DAY', 'TRENDING_WEEK'].map(
    (list): (typeof lists)[number] => [
      list,
      list.startsWith('TRENDING')
        ? list.toLowerCase().replace('trending_', '/trending/movie/')
        : `/movie/${list.toLowerCase()}`,
      `{ movies(list: ${list}, first: 1) { nodes { tmdbId } } }`,
      ({ movies }) => movies.nodes,
    ],
  ),
  ['people', '/person/popular', '{ people(first: 1) { nodes { tmdbId } } }', ({ people }) => people.nodes],
  [
    'discovered films',
    '/discover/movie',
    '{ discoverMovies(first: 1) { nodes { tmdbId } } }',
    ({ discoverMovies }) => discoverMovies.nodes,
  ],
  [
    'found films',
    '/search/movie',
    '{ searchMovies(query: "the", first: 1) { nodes { tmdbId } } }',
    ({ searchMovies }) => searchMovies.nodes,
  ],
  [
    'found people',
    '/search/person',
    '{ search(query: "john") { people(first: 1) { nodes { tmdbId } } } }',
    ({ search }) => search.people.nodes,
  ],
  [
    'top results',
    '/search/multi',
    '{ search(query: "the") { top(first: 1) { ... on Movie { tmdbId } ... on Person { tmdbId } } } }',
    ({ search }) => search.top,
  ],
  [
    'found collections',
    '/search/collection',
    '{ search(query: "a") { collections(first: 1) { nodes { tmdbId } } } }',
    ({ search }) => search.collections.nodes,
  ],
  [
    'recommendations',
    `/movie/${film.id}`,
    `{ movie(tmdbId: ${film.id}) { recommendations(first: 1) { nodes { tmdbId } } } }`,
    ({ movie }) => movie.recommendations.nodes,
  ],
  [
    'similar films',
    `/movie/${film.id}`,
    `{ movie(tmdbId: ${film.id}) { similar(first: 1) { nodes { tmdbId } } } }`,
    ({ movie }) => movie.similar.nodes,
  ],
  [
    'a collection',
    `/collection/${film.collection?.id}`,
    `{ collection(tmdbId: ${film.collection?.id}) { parts(first: 1) { nodes { tmdbId } } } }`,
    ({ collection }) => collection.parts.nodes,
  ],
];

describe.each(lists)('%s', (_, path, query, read) => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  test('leave out what TMDb marks as adult or softcore', async () => {
    let third: number | undefined;
    api.standIn.rewrite(path, (body) => {
      const { results, parts, recommendations, similar } = body as Body;
      third = (results ?? parts ?? (query.includes('similar') ? similar : recommendations).results)[2].id;
      return marked(body);
    });
    expect(read((await api.ask(query)).data)).toEqual([{ tmdbId: third }]);
  });
});

test('collections that TMDb marks as adult or softcore are found on request', async () => {
  const api = await startApi();
  try {
    let first: number | undefined;
    api.standIn.rewrite('/search/collection', (body) => {
      first = (body as Body).results[0].id;
      return marked(body);
    });
    const query = '{ search(query: "a", includeAdult: true) { collections(first: 1) { nodes { tmdbId } } } }';
    expect((await api.ask(query)).data.search.collections.nodes).toEqual([{ tmdbId: first }]);
  } finally {
    await api.close();
  }
});

describe('the demo', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const searched = `query($query: String!, $adult: Boolean) {
    searchMovies(query: $query, includeAdult: $adult) { nodes { tmdbId } }
    search(query: $query, includeAdult: $adult) { movies { nodes { tmdbId } } top { ... on Movie { tmdbId } } }
  }`;
  const found = async (title: string, adultToo: boolean) => {
    const { searchMovies, search } = (await api.ask(searched, { query: title, adult: adultToo })).data;
    return [searchMovies.nodes, search.movies.nodes, search.top].map((nodes) => nodes[0]?.tmdbId ?? null);
  };

  test.each([adult, softcore])('has $record.title in its searches on request only', async ({ id, record }) => {
    expect(await found(record.title, false)).toEqual([null, null, null]);
    expect(await found(record.title, true)).toEqual([id, id, id]);
  });

  test('has adult and softcore films among those discovered on request only', async () => {
    const query = `query($filter: MovieFilterInput) { discoverMovies(filter: $filter, first: 50) { nodes { tmdbId } } }`;
    const cast = { ids: [idOf('Person', playsInThem.id)] };
    const discovered = async (filter: object) =>
      (await api.ask(query, { filter: { cast, ...filter } })).data.discoverMovies.nodes.map(
        ({ tmdbId }: Body) => tmdbId,
      );
    expect(await discovered({ includeAdult: true })).toEqual(expect.arrayContaining(hidden));
    expect((await discovered({})).filter((id: number) => hidden.includes(id))).toEqual([]);
  });

  test('has no such film in the filmography of those who made it', async () => {
    const query = `query($id: Int!) { person(tmdbId: $id) { filmography(first: 100) { nodes { tmdbId } } knownFor { tmdbId } } }`;
    const { filmography, knownFor } = (await api.ask(query, { id: playsInThem.id })).data.person;
    const ids = [...filmography.nodes, ...knownFor].map(({ tmdbId }: Body) => tmdbId);
    expect(ids.filter((id: number) => hidden.includes(id))).toEqual([]);
  });

  test('still tells such a film to whoever asks for it by its number', async () => {
    const query = 'query($id: Int!) { movie(tmdbId: $id) { tmdbId isAdult } }';
    expect((await api.ask(query, { id: adult.id })).data.movie).toEqual({ tmdbId: adult.id, isAdult: true });
  });
});

test('a filmography leaves out what TMDb marks as adult or softcore', async () => {
  const api = await startApi();
  try {
    api.standIn.rewrite(`/person/${person.id}`, marked);
    const query = `query($id: Int!) { person(tmdbId: $id) { filmography { nodes { tmdbId } } } }`;
    const { nodes } = (await api.ask(query, { id: person.id })).data.person.filmography;
    const kept = person.cast.slice(2).map(({ film: { id } }) => id);
    expect(new Set(nodes.map(({ tmdbId }: Body) => tmdbId))).toEqual(new Set(kept));
  } finally {
    await api.close();
  }
});
