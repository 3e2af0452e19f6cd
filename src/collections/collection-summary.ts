/** What a list or a film tells of a collection, as it is cached. */
export interface CollectionSummary {
  readonly tmdbId: number;
  readonly name: string;
  readonly posterPath: string | null;
  readonly backdropPath: string | null;
}
