import { MovieNoteEntity } from '../entries/movie-note.entity.js';
import { favoritesShelf, historyShelf, ratingsShelf, watchlistShelf } from '../shelves/shelves.js';
import { libraryLimits } from './library-limits.js';
import { ShelfChanges } from './shelf-changes.js';

export const watchlist = new ShelfChanges({
  ...watchlistShelf,
  type: 'WatchlistEntry',
  called: 'films on a watchlist',
});

export const favorites = new ShelfChanges({ ...favoritesShelf, type: 'Favorite', called: 'favourites' });

export const ratings = new ShelfChanges({ ...ratingsShelf, type: 'MovieRating', called: 'ratings' });

export const viewings = new ShelfChanges({
  ...historyShelf,
  type: 'Viewing',
  called: 'viewings',
  limit: libraryLimits.viewings,
});

/** No shelf of the schema: a note is shown with its film. */
export const notes = new ShelfChanges({
  table: 'movie_notes',
  entity: MovieNoteEntity,
  type: 'MovieNote',
  called: 'notes',
});
