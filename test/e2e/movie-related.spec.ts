import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reviewsOf } from '#demo/catalogue/reviews.js';
import { recommendedFilms, similarFilms } from '#demo/catalogue/related-films.js';
import { type Body, getBody } from '#demo/server/testing/api-client.js';
import { type Api, startApi } from '../support/api.js';
import { listedFilm } from './expected.js';
import { movieAvailability, movieRelated } from './queries/movie-queries.js';
import { catalogue, filmWhere, idOf } from './subjects.js';

let api: Api;
let imageUrl: string;

beforeAll(async () => {
  api = await startApi();
  imageUrl = api.standIn.imageUrl;
});
afterAll(() => api.close());

const isShown = (row: Body): boolean => !row.adult && !row.softcore;
const film = filmWhere((one) => reviewsOf(one).some(({ avatarPath }) => avatarPath !== null));
const offered = filmWhere(({ offers }) => offers.filter(({ country }) => country === 'US').length > 2);

describe.each([
  ['recommendations', recommendedFilms],
  ['similar', similarFilms],
] as const)('%s', (relation, filmsOf) => {
  const one = filmWhere((candidate) => filmsOf(candidate, catalogue.films).length > 20);

  test('come in the order of TMDb', async () => {
    const body = await getBody(api.standIn, `/movie/${one.id}/${relation}`);
    const shown = body.results.filter(isShown);
    const found = (await api.ask(movieRelated, { tmdbId: one.id })).data.movie[relation];
    const rows = shown.map((row: Body) => listedFilm(row, imageUrl));
    expect(found.nodes.slice(0, rows.length)).toEqual(rows);
    expect(found.totalCount).toBe(body.total_results);
  });

  test('go on past the first page', async () => {
    const query = `query($id: Int!) { movie(tmdbId: $id) { ${relation}(first: 100) { nodes { tmdbId } } } }`;
    const expected = filmsOf(one, catalogue.films).filter(({ isSoftcore }) => !isSoftcore);
    expect((await api.ask(query, { id: one.id })).data.movie[relation].nodes).toEqual(
      expected.map(({ id: tmdbId }) => ({ tmdbId })),
    );
  });
});

test('shows the reviews of a film', async () => {
  const { results } = await getBody(api.standIn, `/movie/${film.id}/reviews`);
  const { reviews } = (await api.ask(movieRelated, { tmdbId: film.id })).data.movie;
  expect(reviews.nodes).toEqual(
    results.map((row: Body) => ({
      id: idOf('Review', row.id),
      author: row.author,
      avatarUrl: row.author_details.avatar_path?.slice(1) ?? null,
      rating: row.author_details.rating,
      content: row.content,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      url: row.url,
    })),
  );
  expect(reviews.edges.map(({ node }: Body) => node.id)).toEqual(reviews.nodes.map(({ id }: Body) => id));
  expect(reviews.totalCount).toBe(results.length);
});

const types = ['UNKNOWN', 'PREMIERE', 'THEATRICAL_LIMITED', 'THEATRICAL', 'DIGITAL', 'PHYSICAL', 'TV'];

test('tells when a film came out, country by country', async () => {
  const { results } = await getBody(api.standIn, `/movie/${film.id}/release_dates`);
  const { releaseDates } = (await api.ask(movieAvailability, { tmdbId: film.id })).data.movie;
  expect(releaseDates).toEqual(
    results.map(({ iso_3166_1: region, release_dates }: Body) => ({
      region,
      releases: release_dates.map((row: Body) => ({
        date: row.release_date.slice(0, 10),
        type: types[row.type],
        certification: row.certification || null,
        language: row.iso_639_1 || null,
        note: row.note || null,
      })),
    })),
  );
});

test('keeps the releases of one country on request', async () => {
  const query = 'query($id: Int!) { movie(tmdbId: $id) { releaseDates(region: "BR") { region } } }';
  expect((await api.ask(query, { id: film.id })).data.movie.releaseDates).toEqual([{ region: 'BR' }]);
});

test('tells where a film can be watched, and credits JustWatch', async () => {
  const offers = (await getBody(api.standIn, `/movie/${offered.id}/watch/providers`)).results.US;
  const { watchProviders } = (await api.ask(movieAvailability, { tmdbId: offered.id })).data.movie;
  const providers = (rows: Body[] = []) =>
    rows.map((row) => ({
      id: idOf('WatchProvider', row.provider_id),
      tmdbId: row.provider_id,
      name: row.provider_name,
      logo: { url: `${imageUrl}/w185${row.logo_path}` },
    }));
  expect(watchProviders).toEqual({
    region: 'US',
    link: offers.link,
    attribution: 'JustWatch',
    subscription: providers(offers.flatrate),
    free: providers(offers.free),
    ads: providers(offers.ads),
    rent: providers(offers.rent),
    buy: providers(offers.buy),
  });
});

test('has no offers in a country where nobody offers the film', async () => {
  const query = 'query($id: Int!) { movie(tmdbId: $id) { watchProviders(region: "AQ") { region } } }';
  expect((await api.ask(query, { id: offered.id })).data.movie).toEqual({ watchProviders: null });
});
