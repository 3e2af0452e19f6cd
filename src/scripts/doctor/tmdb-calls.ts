import type { TmdbClient } from '../../tmdb/tmdb.client.js';
import { type MoviePart, movieParts, type WireMovieDetail } from '../../tmdb/wire/movie-detail.wire.js';
import type { WireMovieList } from '../../tmdb/wire/movie-list.wire.js';
import { type PersonPart, personParts, type WirePersonList } from '../../tmdb/wire/person.wire.js';

/** What is asked, by the client's method, and how. */
export type NamedCall = readonly [name: string, ask: () => Promise<unknown>];

const language = 'en-US';
const page = { page: 1, language };

/** Every method of the client once. What it asks by a number, it takes from what was answered before. */
export async function* everyCall(client: TmdbClient): AsyncGenerator<NamedCall> {
  const seen: { films?: WireMovieList; people?: WirePersonList; film?: WireMovieDetail | null } = {};
  yield ['movieList popular', async () => (seen.films = await client.movieList('popular', page))];
  for (const list of ['top_rated', 'now_playing', 'upcoming'] as const) {
    yield [`movieList ${list}`, () => client.movieList(list, page)];
  }
  yield* listCalls(client);
  yield ['popularPeople', async () => (seen.people = await client.popularPeople(page))];
  const filmId = seen.films?.results[0]?.id ?? 0;
  const append = Object.keys(movieParts) as MoviePart[];
  yield ['movie', async () => (seen.film = await client.movie(filmId, { language, append }))];
  yield* filmCalls(client, filmId);
  if (seen.film?.imdb_id) yield ['find', () => client.find(seen.film?.imdb_id ?? '', language)];
  const personId = seen.people?.results[0]?.id ?? 0;
  yield ['person', () => client.person(personId, { language, append: Object.keys(personParts) as PersonPart[] })];
  yield* searchCalls(client);
  yield* referenceCalls(client);
}

function* listCalls(client: TmdbClient): Generator<NamedCall> {
  yield ['trendingMovies', () => client.trendingMovies('week', page)];
  yield ['discoverMovies', () => client.discoverMovies({ sort_by: 'popularity.desc' }, page)];
  yield ['movieChanges', () => client.movieChanges(1)];
  yield ['trendingPeople', () => client.trendingPeople('week', page)];
}

function* filmCalls(client: TmdbClient, id: number): Generator<NamedCall> {
  yield ['movieRecommendations', () => client.movieRecommendations(id, page)];
  yield ['movieSimilar', () => client.movieSimilar(id, page)];
  yield ['movieReviews', () => client.movieReviews(id, page)];
}

/** And what is found by them. */
async function* searchCalls(client: TmdbClient): AsyncGenerator<NamedCall> {
  const search = { ...page, query: 'the' };
  yield ['searchMovies', () => client.searchMovies(search)];
  yield ['searchPeople', () => client.searchPeople({ ...page, query: 'an' })];
  yield ['searchMulti', () => client.searchMulti(search)];
  const ids: { collection?: number | undefined; keyword?: number | undefined; company?: number | undefined } = {};
  yield [
    'searchCollections',
    async () => (ids.collection = (await client.searchCollections(search)).results[0]?.id) ?? 'none',
  ];
  yield ['searchKeywords', async () => (ids.keyword = (await client.searchKeywords(search)).results[0]?.id) ?? 'none'];
  yield [
    'searchCompanies',
    async () => (ids.company = (await client.searchCompanies(search)).results[0]?.id) ?? 'none',
  ];
  const { collection, keyword, company } = ids;
  if (collection !== undefined) {
    yield ['collection', () => client.collection(collection, language)];
    yield ['collectionImages', () => client.collectionImages(collection, ['en', null])];
  }
  if (keyword !== undefined) yield ['keyword', () => client.keyword(keyword)];
  if (company !== undefined) yield ['company', () => client.company(company)];
}

function* referenceCalls(client: TmdbClient): Generator<NamedCall> {
  yield ['movieGenres', () => client.movieGenres(language)];
  yield ['watchProviders', () => client.watchProviders({ region: 'US', language })];
  yield ['movieCertifications', () => client.movieCertifications()];
  yield ['languages', () => client.languages()];
  yield ['countries', () => client.countries(language)];
}
