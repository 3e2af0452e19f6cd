/** How much one viewer can keep. */
export const libraryLimits = {
  /** Films of each: the watchlist, the favourites, the ratings, the notes, every list. */
  entries: 10_000,
  viewings: 100_000,
  lists: 500,
  /** Changes of one `updateLibrary`. */
  changes: 100,
} as const;
