import type { Audience } from '../tmdb/reading/audience.js';

/** How long a film is: of the same standing as its summary, but no list tells it. */
export interface MovieRuntime {
  /** Null until known. */
  readonly minutes: number | null;
}

/** What a list tells of a film, as it is cached; every list and every details body gives the same. */
export interface MovieSummary extends Audience {
  readonly tmdbId: number;
  readonly title: string | null;
  readonly originalTitle: string | null;
  /** ISO 639-1. */
  readonly originalLanguage: string | null;
  readonly overview: string | null;
  /** `YYYY-MM-DD`. */
  readonly releaseDate: string | null;
  readonly genreIds: readonly number[];
  readonly posterPath: string | null;
  readonly backdropPath: string | null;
  readonly popularity: number | null;
  /** 0 to 10; null while nobody voted. */
  readonly voteAverage: number | null;
  readonly voteCount: number;
}
