/** What a list or a credit tells of someone, as it is cached. */
export interface PersonSummary {
  readonly tmdbId: number;
  readonly name: string | null;
  readonly originalName: string | null;
  /** TMDb's number: 0 not set, 1 female, 2 male, 3 non-binary. */
  readonly gender: number | null;
  /** TMDb's English name of the department. */
  readonly department: string | null;
  readonly popularity: number | null;
  readonly portraitPath: string | null;
  readonly isAdult: boolean;
  /** Not adult by TMDb's word, yet not for every audience either: left out of lists like adult people. */
  readonly isSoftcore: boolean;
}

/** Whether a list may show them to an audience that has not asked for more. */
export function isForEveryone({ isAdult, isSoftcore }: PersonSummary): boolean {
  return !isAdult && !isSoftcore;
}
