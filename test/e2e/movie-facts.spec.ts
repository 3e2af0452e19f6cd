import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Body, getBody } from '#demo/server/testing/api-client.js';
import { type Api, startApi } from '../support/api.js';
import { urlAt } from './expected.js';
import { movieFacts, movieTexts } from './queries/movie-queries.js';
import { filmWhere, idOf } from './subjects.js';

let api: Api;
let imageUrl: string;

beforeAll(async () => {
  api = await startApi();
  imageUrl = api.standIn.imageUrl;
});
afterAll(() => api.close());

const rich = filmWhere(
  ({ collection, record, companies, keywords }) =>
    collection !== null && Boolean(record.budget && record.revenue) && companies.length > 0 && keywords.length > 0,
);
const foreign = filmWhere(({ record, originalTitle }) =>
  Boolean(record.pt && record.pt.title !== record.title && originalTitle !== record.title),
);
const announced = filmWhere(({ year }) => year === null);

const factsOf = async (tmdbId: number) => (await api.ask(movieFacts, { tmdbId })).data.movie;

async function bodyOf(tmdbId: number): Promise<Body> {
  const body = await getBody(
    api.standIn,
    `/movie/${tmdbId}?language=en-US&append_to_response=keywords,external_ids,translations,alternative_titles`,
  );
  return body;
}

test('tells the facts of a film as its page has them', async () => {
  const body = await bodyOf(rich.id);
  expect(await factsOf(rich.id)).toEqual({
    id: idOf('Movie', rich.id),
    tmdbId: rich.id,
    imdbId: body.imdb_id,
    originalTitle: body.original_title,
    originalLanguage: body.original_language,
    homepage: null,
    releaseDate: body.release_date,
    runtimeMinutes: body.runtime,
    status: 'RELEASED',
    budget: body.budget,
    revenue: body.revenue,
    popularity: body.popularity,
    isAdult: false,
    originCountries: body.origin_country,
    rating: { average: body.vote_average, voteCount: body.vote_count },
    genres: body.genres.map(({ id, name }: Body) => ({ id: idOf('Genre', id), tmdbId: id, name })),
    keywords: body.keywords.keywords.map(({ id, name }: Body) => ({ id: idOf('Keyword', id), tmdbId: id, name })),
    collection: {
      id: idOf('Collection', body.belongs_to_collection.id),
      tmdbId: body.belongs_to_collection.id,
      name: body.belongs_to_collection.name,
      poster: urlAt(imageUrl, 'w500', body.belongs_to_collection.poster_path),
      backdrop: urlAt(imageUrl, 'w780', body.belongs_to_collection.backdrop_path),
    },
    productionCompanies: body.production_companies.map((company: Body) => ({
      id: idOf('Company', company.id),
      tmdbId: company.id,
      name: company.name,
      originCountry: company.origin_country,
      logo: urlAt(imageUrl, 'w185', company.logo_path),
    })),
    productionCountries: body.production_countries.map(({ iso_3166_1: code, name }: Body) => ({ code, name })),
    spokenLanguages: body.spoken_languages.map(({ iso_639_1: code, english_name: englishName, name }: Body) => ({
      code,
      englishName,
      nativeName: name,
    })),
    externalIds: {
      imdbId: body.external_ids.imdb_id,
      wikidataId: null,
      facebookId: null,
      instagramId: null,
      twitterId: null,
    },
  });
});

test('gives null or nothing for what is not known of a film', async () => {
  expect(await factsOf(announced.id)).toMatchObject({
    imdbId: null,
    homepage: null,
    releaseDate: null,
    runtimeMinutes: null,
    status: 'RUMORED',
    budget: null,
    revenue: null,
    rating: null,
    collection: null,
    genres: [],
    keywords: [],
    productionCompanies: [],
  });
});

describe('what the demo does not tell of its films', () => {
  let other: Api;
  beforeAll(async () => {
    other = await startApi();
    other.standIn.rewrite(`/movie/${rich.id}`, (body) => ({
      ...(body as Body),
      homepage: 'https://example.org/film',
      revenue: 2_923_706_026,
      status: 'Post Production',
      external_ids: {
        imdb_id: 'tt9000001',
        wikidata_id: 'Q1',
        facebook_id: 'film.page',
        instagram_id: 'film.pictures',
        twitter_id: 'film_words',
      },
    }));
  });
  afterAll(() => other.close());

  test('comes through where TMDb does', async () => {
    expect((await other.ask(movieFacts, { tmdbId: rich.id })).data.movie).toMatchObject({
      homepage: 'https://example.org/film',
      revenue: 2_923_706_026,
      status: 'POST_PRODUCTION',
      externalIds: {
        imdbId: 'tt9000001',
        wikidataId: 'Q1',
        facebookId: 'film.page',
        instagramId: 'film.pictures',
        twitterId: 'film_words',
      },
    });
  });
});

test('tells the texts of a film in all their languages', async () => {
  const body = await bodyOf(foreign.id);
  const { movie } = (await api.ask(movieTexts, { tmdbId: foreign.id })).data;
  expect(movie).toEqual({
    title: foreign.record.title,
    overview: foreign.record.overview,
    tagline: foreign.record.tagline ?? null,
    resolvedLocale: { title: 'en-US', overview: 'en-US' },
    translations: body.translations.translations.map(({ iso_639_1, iso_3166_1, english_name, data }: Body) => ({
      locale: `${iso_639_1}-${iso_3166_1}`,
      language: iso_639_1,
      country: iso_3166_1,
      languageName: english_name || null,
      title: data.title || null,
      overview: data.overview || null,
      tagline: data.tagline || null,
      homepage: null,
      runtimeMinutes: data.runtime || null,
    })),
    alternativeTitles: body.alternative_titles.titles.map(({ title, iso_3166_1: country }: Body) => ({
      title,
      country,
      type: null,
    })),
  });
});

test('keeps the alternative titles of one country on request', async () => {
  const query = `query($id: Int!) { movie(tmdbId: $id) { alternativeTitles(region: "BR") { title country } } }`;
  const { movie } = (await api.ask(query, { id: foreign.id })).data;
  expect(movie.alternativeTitles).toEqual([{ title: foreign.record.pt?.title, country: 'BR' }]);
});
