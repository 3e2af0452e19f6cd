import type { ApiRequest, Route } from '../api-request.js';
import { appendedParts } from '../append.js';
import { movieDetails } from '../bodies/movie-details.js';
import { movieParts } from '../bodies/movie-parts.js';
import { languageOf } from '../localise.js';
import { lookUp } from '../lookup.js';
import { TmdbError } from '../tmdb-error.js';

/** Parts whose own path answers without the film's id. */
const partsWithoutId = new Set(['changes', 'recommendations', 'similar']);

/** A film, its parts, and the newest. The standing lists and the changes must come before these. */
export const movieRoutes: readonly Route[] = [
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
