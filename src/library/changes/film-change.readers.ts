import { sql } from 'kysely';
import type { InputIssues } from '../../platform/input/input-issues.js';
import type { FavoriteEntity } from '../entries/favorite.entity.js';
import type { RatingEntity } from '../entries/rating.entity.js';
import type { ViewingEntity } from '../entries/viewing.entity.js';
import type { WatchlistEntryEntity } from '../entries/watchlist-entry.entity.js';
import type { FilmInput, NotedFilmInput, RatedFilmInput, ViewingInput, WatchedFilmInput } from './film.inputs.js';
import type { Added, Done, ReadChange, Removed } from './library-change.js';
import { readFilm, readId } from './read-ids.js';
import { readText } from './read-text.js';
import { readWatchedAt } from './read-watched-at.js';
import { Refusal } from './refusal.js';
import type { ShelfChanges } from './shelf-changes.js';
import { favorites, notes, ratings, viewings, watchlist } from './shelves.js';

/** The note as it is now. */
export interface Noted extends Done {
  readonly note: string | null;
}

export const readAddToWatchlist = adding<WatchlistEntryEntity>(watchlist);
export const readRemoveFromWatchlist = removing(watchlist);
export const readAddToFavorites = adding<FavoriteEntity>(favorites);
export const readRemoveFromFavorites = removing(favorites);
export const readRemoveRating = removing(ratings);

export const readRateMovie: ReadChange<RatedFilmInput, Added<RatingEntity>> = (input, issues) => {
  const film = readFilm(input, issues);
  const halfPoints = readHalfPoints(input.value, issues);
  if (film === null || halfPoints === null) return null;
  return {
    needs: film,
    make: (write, now) =>
      ratings.add(write, film.tmdbId, {
        columns: { half_points: halfPoints, rated_at: now },
        // The same rating once more is no change.
        set: sql`
          rated_at = case when half_points = ${halfPoints} then rated_at else ${now} end, half_points = ${halfPoints}
        `,
      }),
  };
};

export const readMarkWatched: ReadChange<WatchedFilmInput, Added<ViewingEntity>> = (input, issues, now) => {
  const film = readFilm(input, issues);
  const watchedAt = readWatchedAt(input.watchedAt, now, issues);
  if (film === null || watchedAt === null) return null;
  return {
    needs: film,
    make: (write) =>
      viewings.add(write, film.tmdbId, {
        columns: { watched_at: watchedAt },
        sameWhere: sql`watched_at = ${watchedAt}`,
      }),
  };
};

export const readRemoveFromHistory: ReadChange<ViewingInput, Removed> = ({ viewingId }, issues) => {
  const id = readId('viewingId', viewingId, 'Viewing', issues);
  return id === null ? null : { needs: null, make: (write) => viewings.removeEntry(write, id) };
};

export const readSetMovieNote: ReadChange<NotedFilmInput, Noted> = (input, issues) => {
  const film = readFilm(input, issues);
  const text = readText('note', input.note ?? '', { longest: 2000, isMultiline: true }, issues);
  if (film === null || text === null) return null;
  const { tmdbId } = film;
  if (text === '') {
    return {
      needs: null,
      make: async (write) => {
        await notes.removeFilm(write, tmdbId);
        return { tmdbId, note: null };
      },
    };
  }
  return {
    needs: film,
    make: async (write, now) => {
      const done = await notes.add(write, tmdbId, {
        columns: { text, updated_at: now },
        set: sql`updated_at = case when text = ${text} then updated_at else ${now} end, text = ${text}`,
      });
      return done instanceof Refusal ? done : { tmdbId, note: done.entry.text };
    },
  };
};

function adding<Entry extends { id: string; tmdbId: number }>(
  shelf: ShelfChanges<Entry>,
): ReadChange<FilmInput, Added<Entry>> {
  return (input, issues) => {
    const film = readFilm(input, issues);
    return film && { needs: film, make: (write, now) => shelf.add(write, film.tmdbId, { columns: { added_at: now } }) };
  };
}

function removing<Entry extends { id: string; tmdbId: number }>(
  shelf: ShelfChanges<Entry>,
): ReadChange<FilmInput, Removed> {
  return (input, issues) => {
    const film = readFilm(input, issues);
    return film && { needs: null, make: (write) => shelf.removeFilm(write, film.tmdbId) };
  };
}

function readHalfPoints(value: number, issues: InputIssues): number | null {
  const halfPoints = value * 2;
  if (!(halfPoints >= 1 && halfPoints <= 20)) {
    return issues.add('value', 'OUT_OF_RANGE', 'A rating goes from 0.5 to 10.');
  }
  return Number.isInteger(halfPoints)
    ? halfPoints
    : issues.add('value', 'INVALID', 'A rating is in halves, such as 8.5.');
}
