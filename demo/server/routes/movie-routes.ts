import type { ApiRequest, Route } from '../api-request.js';
import { appendedParts } from '../append.js';
import { movieDetails } from '../bodies/movie-details.js';
import { movieParts } from '../bodies/movie-parts.js';
import { dateRange } from '../discover/range-filters.js';
import { languageOf } from '../localise.js';
import { lookUp } from '../lookup.js';
import { pageOf } from '../paging.js';
import { TmdbError } from '../tmdb-error.js';

const MAX_CHANGE_DAYS = 14;

/** Parts whose own path answers without the film's id. */
const partsWithoutId = new Set(['changes', 'recommendations', 'similar']);

/** A film, its parts, and the two paths that look like an id. The standing lists must come before these. */
export const movieRoutes: readonly Route[] = [
  ['/movie/changes', movieChanges],
  ['/movie/latest', latestMovie],
  ['/movie/{id}', movie],
  ...Object.entries(movieParts).map(([name, body]): Route => [
    `/movie/{id}/${name}`,
    (request) => {
      const film = lookUp(request.catalogue.filmById, request);
      const part = body(film, request);
      return partsWithoutId.has(name) ? part : { id: film.id, ...part };
    },
  ]),
];

function movie(request: ApiRequest) {
  const film = lookUp(request.catalogue.filmById, request);
  return {
    ...movieDetails(film, languageOf(request.query), request.catalogue),
    ...appendedParts(film, movieParts, request),
  };
}

function latestMovie({ catalogue, query }: ApiRequest) {
  const newest = catalogue.films.at(-1);
  if (newest === undefined) throw new TmdbError(34);
  return movieDetails(newest, languageOf(query), catalogue);
}

// Nothing here ever changes; what can be wrong with the question is still told.
function movieChanges({ query }: ApiRequest) {
  const { start_date: from, end_date: to } = query;
  dateRange({ 'date.gte': from ?? '', 'date.lte': to ?? '' }, 'date');
  if (from && to && Date.parse(to) - Date.parse(from) > MAX_CHANGE_DAYS * 86_400_000) throw new TmdbError(20);
  return pageOf([], query, (change) => change);
}
