import { FavoriteEntity } from '../entries/favorite.entity.js';
import type { Favorite } from '../entries/favorite.model.js';
import { toFavorite, toListEntry, toMovieRating, toViewing, toWatchlistEntry } from '../entries/entry.mappers.js';
import type { MovieRating } from '../entries/movie-rating.model.js';
import { RatingEntity } from '../entries/rating.entity.js';
import { ViewingEntity } from '../entries/viewing.entity.js';
import type { Viewing } from '../entries/viewing.model.js';
import { WatchlistEntryEntity } from '../entries/watchlist-entry.entity.js';
import type { WatchlistEntry } from '../entries/watchlist-entry.model.js';
import { ListEntryEntity } from '../lists/list-entry.entity.js';
import type { ListEntry } from '../lists/list-entry.model.js';
import type { Shelf } from './shelf.js';
import { column, lastWatchedColumn, ratingColumn } from './sort-column.js';

export const watchlistShelf: Shelf<WatchlistEntryEntity, WatchlistEntry> = {
  name: 'watchlist',
  table: 'watchlist_entries',
  entity: WatchlistEntryEntity,
  owner: 'user_id',
  usualSort: 'ADDED_AT_DESC',
  columns: { ADDED_AT: column('added_at', 'time'), RATING: ratingColumn, LAST_WATCHED_AT: lastWatchedColumn },
  usualValue: ({ addedAt }) => addedAt.getTime(),
  toNode: toWatchlistEntry,
};

export const favoritesShelf: Shelf<FavoriteEntity, Favorite> = {
  name: 'favorites',
  table: 'favorites',
  entity: FavoriteEntity,
  owner: 'user_id',
  usualSort: 'ADDED_AT_DESC',
  columns: { ADDED_AT: column('added_at', 'time'), RATING: ratingColumn, LAST_WATCHED_AT: lastWatchedColumn },
  usualValue: ({ addedAt }) => addedAt.getTime(),
  toNode: toFavorite,
};

export const ratingsShelf: Shelf<RatingEntity, MovieRating> = {
  name: 'ratings',
  table: 'ratings',
  entity: RatingEntity,
  owner: 'user_id',
  usualSort: 'RATED_AT_DESC',
  columns: {
    RATED_AT: column('rated_at', 'time'),
    RATING: column('half_points', 'number'),
    LAST_WATCHED_AT: lastWatchedColumn,
  },
  usualValue: ({ ratedAt }) => ratedAt.getTime(),
  toNode: toMovieRating,
};

export const historyShelf: Shelf<ViewingEntity, Viewing> = {
  name: 'history',
  table: 'viewings',
  entity: ViewingEntity,
  owner: 'user_id',
  usualSort: 'WATCHED_AT_DESC',
  columns: { WATCHED_AT: column('watched_at', 'time'), RATING: ratingColumn },
  usualValue: ({ watchedAt }) => watchedAt.getTime(),
  toNode: toViewing,
};

export const listShelf: Shelf<ListEntryEntity, ListEntry> = {
  name: 'list',
  table: 'list_entries',
  entity: ListEntryEntity,
  owner: 'list_id',
  usualSort: 'POSITION_ASC',
  columns: {
    POSITION: column('position', 'text'),
    ADDED_AT: column('added_at', 'time'),
    RATING: ratingColumn,
    LAST_WATCHED_AT: lastWatchedColumn,
  },
  usualValue: ({ position }) => position,
  ownerInCursor: ({ listId }) => listId,
  toNode: toListEntry,
};
