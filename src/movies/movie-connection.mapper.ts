import { type Page, toConnection } from '../platform/graphql/connections/page.js';
import type { Scope } from '../platform/locale/locale.js';
import type { MovieSummary } from './movie-summary.js';
import type { MovieConnection } from './movie.connection.js';
import { toMovie } from './movie.mapper.js';

export function toMovieConnection(page: Page<MovieSummary>, scope: Scope): MovieConnection {
  return toConnection(page, (summary) => ({ node: toMovie(summary, scope) }));
}
