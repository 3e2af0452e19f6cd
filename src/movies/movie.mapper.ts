import { toGlobalId } from '../platform/graphql/nodes/global-id.js';
import type { Scope } from '../platform/locale/locale.js';
import type { MovieSummary } from './movie-summary.js';
import type { Movie } from './movie.model.js';

const shared = new WeakMap<MovieSummary, Movie>();

/** The film behind a summary, one object for all who ask in the same scope. */
export function toMovie(summary: MovieSummary, scope: Scope): Movie {
  const known = shared.get(summary);
  if (known?.scope === scope) return known;
  const movie = Object.freeze(makeMovie(summary, scope));
  shared.set(summary, movie);
  return movie;
}

function makeMovie(summary: MovieSummary, scope: Scope): Movie {
  const { tmdbId, voteAverage, voteCount } = summary;
  return {
    __typename: 'Movie',
    id: toGlobalId('Movie', tmdbId),
    tmdbId,
    originalTitle: summary.originalTitle,
    originalLanguage: summary.originalLanguage,
    releaseDate: summary.releaseDate,
    rating: voteAverage === null || voteCount === 0 ? null : { average: voteAverage, voteCount },
    popularity: summary.popularity,
    isAdult: summary.isAdult,
    scope,
    summary,
  };
}
