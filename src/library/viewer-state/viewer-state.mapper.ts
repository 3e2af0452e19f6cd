import { toGlobalId } from '../../platform/graphql/nodes/global-id.js';
import { isTmdbId } from '../../platform/graphql/nodes/tmdb-id.js';
import { isUuid } from '../../platform/graphql/nodes/uuid.js';
import type { Scope } from '../../platform/locale/locale.js';
import { toList } from '../lists/list.mapper.js';
import type { MovieViewerState } from './viewer-state.model.js';
import type { ViewerState } from './viewer-state.js';

export function toMovieViewerState(state: ViewerState, scope: Scope): MovieViewerState {
  const { userId, tmdbId, halfPoints, lastWatchedAt } = state;
  return {
    __typename: 'MovieViewerState',
    id: toGlobalId('MovieViewerState', `${userId}.${tmdbId}`),
    tmdbId,
    isOnWatchlist: state.isOnWatchlist,
    isFavorite: state.isFavorite,
    rating: halfPoints === null ? null : halfPoints / 2,
    watchedCount: state.watchedCount,
    lastWatchedAt: lastWatchedAt && lastWatchedAt.toISOString(),
    note: state.note,
    lists: state.lists.map((list) => toList(list, scope)),
  };
}

/** Whose state of which film the key of a global ID names; null for what is no such key. */
export function parseViewerStateKey(key: string): { readonly userId: string; readonly tmdbId: number } | null {
  const [userId = '', tmdbId = '', ...rest] = key.split('.');
  return rest.length === 0 && isUuid(userId) && isTmdbId(tmdbId) ? { userId, tmdbId: Number(tmdbId) } : null;
}
