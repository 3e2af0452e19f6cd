import type { FilmRecord } from './film-record.js';

/**
 * A made-up film with what a record of a real one never says. `released` may be empty: a film without a date.
 * `popularity` replaces the derived one, so that tests know where the film stands in a list.
 */
export interface InventedFilmRecord extends FilmRecord {
  isAdult?: boolean;
  /** Sent with `adult: false`: a filter that looks at `adult` alone lets it through. */
  isSoftcore?: boolean;
  isVideo?: boolean;
  status?: string;
  popularity?: number;
  hasPictures?: boolean;
}

/** Who makes the made-up films: names that stand for nobody. */
export const inventedStudio = {
  companies: ['Upside-Down Lantern Pictures'],
  countries: ['GB'],
  language: 'en',
  directors: ['Ottoline Brisk'],
};
