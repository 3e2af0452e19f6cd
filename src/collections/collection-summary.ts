import type { Audience } from '../tmdb/reading/audience.js';

/** What a list or a film tells of a collection, as it is cached. */
export interface CollectionSummary extends Audience {
  readonly tmdbId: number;
  readonly name: string;
  readonly posterPath: string | null;
  readonly backdropPath: string | null;
  /** Known of lists and of the collection's own body only. */
}
