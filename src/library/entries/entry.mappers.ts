import { toGlobalId } from '../../platform/graphql/nodes/global-id.js';
import type { Scope } from '../../platform/locale/locale.js';
import type { ListEntryEntity } from '../lists/list-entry.entity.js';
import type { ListEntry } from '../lists/list-entry.model.js';
import type { FavoriteEntity } from './favorite.entity.js';
import type { Favorite } from './favorite.model.js';
import type { MovieRating } from './movie-rating.model.js';
import type { RatingEntity } from './rating.entity.js';
import type { ViewingEntity } from './viewing.entity.js';
import type { Viewing } from './viewing.model.js';
import type { WatchlistEntryEntity } from './watchlist-entry.entity.js';
import type { WatchlistEntry } from './watchlist-entry.model.js';

export const toWatchlistEntry = (entry: WatchlistEntryEntity, scope: Scope): WatchlistEntry => ({
  ...common('WatchlistEntry', entry, scope),
  addedAt: entry.addedAt.toISOString(),
});

export const toFavorite = (entry: FavoriteEntity, scope: Scope): Favorite => ({
  ...common('Favorite', entry, scope),
  addedAt: entry.addedAt.toISOString(),
});

export const toMovieRating = (entry: RatingEntity, scope: Scope): MovieRating => ({
  ...common('MovieRating', entry, scope),
  value: entry.halfPoints / 2,
  ratedAt: entry.ratedAt.toISOString(),
});

export const toViewing = (entry: ViewingEntity, scope: Scope): Viewing => ({
  ...common('Viewing', entry, scope),
  watchedAt: entry.watchedAt.toISOString(),
});

export const toListEntry = (entry: ListEntryEntity, scope: Scope): ListEntry => ({
  ...common('ListEntry', entry, scope),
  addedAt: entry.addedAt.toISOString(),
});

function common<Name extends string>(name: Name, { id, tmdbId }: { id: string; tmdbId: number }, scope: Scope) {
  return { __typename: name, id: toGlobalId(name, id), tmdbId, scope };
}
