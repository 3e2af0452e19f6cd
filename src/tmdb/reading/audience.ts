/** What TMDb says of a thing's audience. */
export interface Audience {
  readonly isAdult: boolean;
  /** Not adult by TMDb's word, yet not for every audience either: left out of lists like what is adult. */
  readonly isSoftcore: boolean;
}

/** Whether a list may show it to an audience that has not asked for more. */
export function isForEveryone({ isAdult, isSoftcore }: Audience): boolean {
  return !isAdult && !isSoftcore;
}
