/** What a list or a film tells of a collection, as it is cached. */
export interface CollectionSummary {
  readonly tmdbId: number;
  readonly name: string;
  readonly posterPath: string | null;
  readonly backdropPath: string | null;
  /** Known of lists and of the collection's own body only. */
  readonly isAdult: boolean;
  /** Not adult by TMDb's word, yet not for every audience either: left out of lists like adult ones. */
  readonly isSoftcore: boolean;
}

/** Whether a list may show it to an audience that has not asked for more. */
export function isForEveryone({ isAdult, isSoftcore }: CollectionSummary): boolean {
  return !isAdult && !isSoftcore;
}
