import { toGlobalId } from '../platform/graphql/nodes/global-id.js';
import type { Scope } from '../platform/locale/locale.js';
import type { MovieSummary } from './movie-summary.js';
import type { Movie } from './movie.model.js';

export function toMovie(summary: MovieSummary, scope: Scope): Movie {
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
