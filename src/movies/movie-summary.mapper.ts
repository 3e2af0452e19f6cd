import { calendarDate, languageCode, positive } from '../tmdb/reading/value.js';
import type { WireMovie } from '../tmdb/wire/movie-list.wire.js';
import type { WireMovieDetail } from '../tmdb/wire/movie-detail.wire.js';
import type { MovieRuntime, MovieSummary } from './movie-summary.js';

export function summaryOfRow(row: WireMovie): MovieSummary {
  return summaryOf(row, row.genre_ids);
}

export function summaryOfBody(body: WireMovieDetail): MovieSummary {
  return summaryOf(
    body,
    body.genres.map((genre) => genre.id),
  );
}

export function runtimeOf({ runtime }: WireMovieDetail): MovieRuntime {
  return { minutes: positive(runtime) };
}

function summaryOf(wire: Omit<WireMovie, 'genre_ids' | 'media_type'>, genreIds: readonly number[]): MovieSummary {
  return {
    tmdbId: wire.id,
    title: wire.title ?? wire.original_title,
    originalTitle: wire.original_title ?? wire.title,
    originalLanguage: languageCode(wire.original_language),
    overview: wire.overview,
    releaseDate: calendarDate(wire.release_date),
    genreIds,
    posterPath: wire.poster_path,
    backdropPath: wire.backdrop_path,
    popularity: wire.popularity,
    voteAverage: positive(wire.vote_average),
    voteCount: wire.vote_count ?? 0,
    isAdult: wire.adult ?? false,
    isSoftcore: wire.softcore ?? false,
  };
}
