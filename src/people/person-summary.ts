import type { Audience } from '../tmdb/reading/audience.js';

/** What a list or a credit tells of someone, as it is cached. */
export interface PersonSummary extends Audience {
  readonly tmdbId: number;
  readonly name: string | null;
  readonly originalName: string | null;
  /** TMDb's number: 0 not set, 1 female, 2 male, 3 non-binary. */
  readonly gender: number | null;
  /** TMDb's English name of the department. */
  readonly department: string | null;
  readonly popularity: number | null;
  readonly portraitPath: string | null;
}
