/** What a list tells of a film, as it is cached; every list and every details body gives the same. */
export interface MovieSummary {
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
  readonly isAdult: boolean;
  /** Not adult by TMDb's word, yet not for every audience either: left out of lists like adult films. */
  readonly isSoftcore: boolean;
}

/** Whether a list may show the film to an audience that has not asked for more. */
export function isForEveryone(movie: Pick<MovieSummary, 'isAdult' | 'isSoftcore'>): boolean {
  return !movie.isAdult && !movie.isSoftcore;
}
