import type { ListEntity } from '../lists/list.entity.js';

/** What a viewer has to do with one film, as it is kept. */
export interface ViewerState {
  readonly userId: string;
  readonly tmdbId: number;
  readonly isOnWatchlist: boolean;
  readonly isFavorite: boolean;
  /** 1 to 20. */
  readonly halfPoints: number | null;
  readonly watchedCount: number;
  readonly lastWatchedAt: Date | null;
  readonly note: string | null;
  /** Newest first. */
  readonly lists: readonly ListEntity[];
}
