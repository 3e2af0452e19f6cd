import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Film } from '#demo/catalogue/model.js';
import { type Body, getBody } from '#demo/server/testing/api-client.js';
import { type Api, startApi } from '../support/api.js';
import { urlAt } from './expected.js';
import { allGenres, companyFilms, genreFilms, keywordFilms } from './queries/other-queries.js';
import { catalogue, firstOf, idOf } from './subjects.js';

let api: Api;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const genre = firstOf(catalogue.reference.genres);
const keyword = firstOf(catalogue.keywords.filter(({ films }) => films.length > 5));
const company = firstOf(catalogue.companies.filter(({ films, originCountry }) => films.length > 5 && originCountry));

test.each(['en-US', 'pt-BR'])('names all genres in %s', async (locale) => {
  const { genres } = await getBody(api.standIn, `/genre/movie/list?language=${locale}`);
  expect((await api.ask(allGenres, { locale })).data.genres).toEqual(
    genres.map(({ id, name }: Body) => ({ id: idOf('Genre', id), tmdbId: id, name })),
  );
});

test('tells a genre', async () => {
  expect((await api.ask(genreFilms, { tmdbId: genre.id })).data.genre).toMatchObject({
    id: idOf('Genre', genre.id),
    tmdbId: genre.id,
    name: genre.name,
  });
});

test('tells a keyword', async () => {
  expect((await api.ask(keywordFilms, { tmdbId: keyword.id })).data.keyword).toMatchObject({
    id: idOf('Keyword', keyword.id),
    tmdbId: keyword.id,
    name: keyword.name,
  });
});

test('tells a company', async () => {
  const body = await getBody(api.standIn, `/company/${company.id}`);
  expect((await api.ask(companyFilms, { tmdbId: company.id })).data.company).toMatchObject({
    id: idOf('Company', company.id),
    tmdbId: company.id,
    name: company.name,
    description: null,
    headquarters: null,
    homepage: null,
    originCountry: company.originCountry,
    logo: urlAt(api.standIn.imageUrl, 'w185', body.logo_path),
  });
});

test('tells of a company what the demo leaves empty', async () => {
  const other = await startApi();
  try {
    const texts = { description: 'Makes films.', headquarters: 'Lisbon', homepage: 'https://example.org/studio' };
    other.standIn.rewrite(`/company/${company.id}`, (body) => ({ ...(body as Body), ...texts }));
    expect((await other.ask(companyFilms, { tmdbId: company.id })).data.company).toMatchObject(texts);
  } finally {
    await other.close();
  }
});

const kinds: [name: string, document: string, tmdbId: number, has: (film: Film) => boolean][] = [
  ['genre', genreFilms, genre.id, ({ genres }) => genres.includes(genre)],
  ['keyword', keywordFilms, keyword.id, ({ keywords }) => keywords.includes(keyword)],
  ['company', companyFilms, company.id, ({ companies }) => companies.includes(company)],
];

describe.each(kinds)('the films of a %s', (name, document, tmdbId, has) => {
  test('are those that have it, in the order asked for', async () => {
    const films = catalogue.films
      .filter((film) => has(film) && !film.isAdult && !film.isSoftcore && !film.isVideo)
      .filter(({ releases }) => releases.some(({ country }) => country === 'US'))
      .map(({ id, record }) => ({ tmdbId: id, title: record.title }))
      .toSorted((one, other) => (one.title < other.title ? -1 : 1));
    const { movies } = (await api.ask(document, { tmdbId })).data[name];
    expect(movies.nodes).toEqual(films.slice(0, 5));
    expect(movies.edges.map(({ node }: Body) => node.id)).toEqual(
      films.slice(0, 5).map((film) => idOf('Movie', film.tmdbId)),
    );
  });

  test('are none for a number that nothing has', async () => {
    expect((await api.ask(document, { tmdbId: 7 })).data).toEqual({ [name]: null });
  });
});
