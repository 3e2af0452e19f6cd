import { expect } from '@jest/globals';
import { type FilledLibrary, shelved } from './filled-library.js';

export interface ChangeCase {
  readonly input: (library: FilledLibrary) => object;
  readonly says: (library: FilledLibrary) => object;
  /** What another answer says to the same input; left out, the same. */
  readonly again?: object;
  /** The connection of the viewer that has the edge. */
  readonly shelf?: 'watchlist' | 'favorites' | 'ratings' | 'history' | 'lists';
}

const { kept, second, fresh } = shelved;
const onFilm =
  (tmdbId: number, more: object = {}) =>
  (): object => ({ tmdbId, ...more });
const adds = (viewerState: object) => (): object => ({
  edge: { cursor: expect.any(String), node: { tmdbId: fresh, movie: { title: expect.any(String) } } },
  movie: { viewerState: { tmdbId: fresh, ...viewerState } },
});
const removes = (part: keyof FilledLibrary, viewerState: object) => (library: FilledLibrary) => ({
  deletedId: library[part],
  movie: { viewerState: { tmdbId: kept, ...viewerState } },
});

/** Each mutation of the library, what it says when something changed, and what when nothing does. */
export const changeCases: Readonly<Record<string, ChangeCase>> = {
  addToWatchlist: { input: onFilm(fresh), says: adds({ isOnWatchlist: true }), shelf: 'watchlist' },
  removeFromWatchlist: {
    input: onFilm(kept),
    says: removes('watchlist', { isOnWatchlist: false }),
    again: { deletedId: null },
  },
  addToFavorites: { input: onFilm(fresh), says: adds({ isFavorite: true }), shelf: 'favorites' },
  removeFromFavorites: {
    input: onFilm(kept),
    says: removes('favorite', { isFavorite: false }),
    again: { deletedId: null },
  },
  rateMovie: { input: onFilm(fresh, { value: 8.5 }), says: adds({ rating: 8.5 }), shelf: 'ratings' },
  removeRating: { input: onFilm(kept), says: removes('rating', { rating: null }), again: { deletedId: null } },
  markWatched: {
    input: onFilm(fresh, { watchedAt: '2026-03-04T20:00:00Z' }),
    says: adds({ watchedCount: 1, lastWatchedAt: '2026-03-04T20:00:00.000Z' }),
    shelf: 'history',
  },
  removeFromHistory: {
    input: ({ viewing }) => ({ viewingId: viewing }),
    says: removes('viewing', { watchedCount: 0, lastWatchedAt: null }),
    // Which film it was, nothing tells any more.
    again: { deletedId: null, movie: null },
  },
  setMovieNote: {
    input: onFilm(fresh, { note: ' Snow. ' }),
    says: () => ({ note: 'Snow.', movie: { viewerState: { tmdbId: fresh, note: 'Snow.' } } }),
  },
  createList: { input: () => ({ name: 'Snow' }), says: () => ({ edge: { node: { name: 'Snow' } } }), shelf: 'lists' },
  updateList: {
    input: ({ list }) => ({ listId: list, name: 'Storm', description: 'Wet.', visibility: 'UNLISTED' }),
    says: ({ list }) => ({ list: { id: list, name: 'Storm', description: 'Wet.', visibility: 'UNLISTED' } }),
  },
  deleteList: {
    input: ({ list }) => ({ listId: list }),
    says: ({ list }) => ({ deletedId: list }),
    again: { deletedId: null },
  },
  addToList: {
    input: ({ list }) => ({ listId: list, tmdbId: fresh }),
    says: (library) => ({ ...adds({ lists: [{ name: 'Rain' }] })(), list: { id: library.list, entryCount: 3 } }),
  },
  removeFromList: {
    input: ({ list }) => ({ listId: list, tmdbId: kept }),
    says: ({ list, entries: [deletedId] }) => ({
      deletedId,
      list: { id: list, entryCount: 1 },
      movie: { viewerState: { tmdbId: kept, lists: [] } },
    }),
    again: { deletedId: null },
  },
  moveListItem: {
    input: ({ list, entries: [, last] }) => ({ listId: list, entryId: last, afterEntryId: null }),
    says: ({ list, entries: [, last] }) => ({
      edge: { node: { id: last, tmdbId: second } },
      list: { id: list, entryCount: 2 },
    }),
  },
  updateLibrary: {
    input: ({ list }) => ({
      changes: [
        { addToWatchlist: { tmdbId: fresh } },
        { removeFromFavorites: { tmdbId: kept } },
        { updateList: { listId: list, name: 'Storm' } },
      ],
    }),
    says: ({ list, favorite }) => ({
      deletedIds: [favorite],
      lists: [{ id: list, name: 'Storm', entryCount: 2 }],
      movies: [
        { viewerState: { tmdbId: fresh, isOnWatchlist: true } },
        { viewerState: { tmdbId: kept, isFavorite: false } },
      ],
    }),
    again: { deletedIds: [] },
  },
};
