import type { ApiRequest, Route } from '../api-request.js';
import { discoverFilms } from '../discover/discover-films.js';
import { lookUp } from '../lookup.js';
import { moviePage } from './movie-list-routes.js';

/** Keywords and their films. */
export const keywordRoutes: readonly Route[] = [
  [
    '/keyword/{id}',
    (request) => {
      const { id, name } = lookUp(request.catalogue.keywordById, request);
      return { id, name };
    },
  ],
  ['/keyword/{id}/movies', keywordMovies],
];

function keywordMovies(request: ApiRequest) {
  const { id } = lookUp(request.catalogue.keywordById, request);
  const films = discoverFilms(request.catalogue, {
    with_keywords: String(id),
    include_adult: request.query['include_adult'] ?? 'false',
  });
  return { id, ...moviePage(request, films) };
}
