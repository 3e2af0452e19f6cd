import { reviewsOf } from '../../catalogue/reviews.js';
import type { ApiRequest, Route } from '../api-request.js';
import { mediaMovie } from '../bodies/list-movie.js';
import { mediaPerson } from '../bodies/person-bodies.js';
import { reviewDetails } from '../bodies/review-bodies.js';
import { languageOf } from '../localise.js';
import { TmdbError } from '../tmdb-error.js';

const sources = new Set([
  'imdb_id',
  'facebook_id',
  'instagram_id',
  'tvdb_id',
  'tiktok_id',
  'twitter_id',
  'wikidata_id',
  'youtube_id',
]);

/** What is found by an id that is not a number. */
export const findRoutes: readonly Route[] = [
  ['/find/{externalId}', findByExternalId],
  ['/review/{id}', review],
];

// Only IMDb ids are known here; every other source finds nothing.
function findByExternalId({ params, query, catalogue }: ApiRequest) {
  const source = query['external_source'] ?? '';
  if (!sources.has(source)) throw new TmdbError(5);
  const language = languageOf(query);
  const isWanted = ({ imdbId }: { imdbId: string }) => source === 'imdb_id' && imdbId === params['externalId'];
  return {
    movie_results: catalogue.films.filter(isWanted).map((film) => mediaMovie(film, language)),
    person_results: catalogue.people.filter(isWanted).map((person) => mediaPerson(person, language)),
    tv_results: [],
    tv_episode_results: [],
    tv_season_results: [],
  };
}

function review({ params, catalogue }: ApiRequest) {
  for (const film of catalogue.films) {
    const found = reviewsOf(film).find(({ id }) => id === params['id']);
    if (found !== undefined) return reviewDetails(found, film);
  }
  throw new TmdbError(34);
}
