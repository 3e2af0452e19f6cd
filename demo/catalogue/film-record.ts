/** A film as it is written in `data/films-*.json`. Facts are public; overviews and taglines are our own words. */
export interface FilmRecord {
  /** The title in English, such as `Seven Samurai`. */
  title: string;
  /** The title in the language it was made in, when that differs. */
  originalTitle?: string;
  /** ISO 639-1 code of the language it was made in. */
  language: string;
  /** The day it was first shown, `YYYY-MM-DD`. */
  released: string;
  runtimeMinutes: number;
  /** ISO 3166-1 codes. */
  countries: string[];
  /** TMDb's English genre names, such as `Science Fiction`. */
  genres: string[];
  directors: string[];
  writers: string[];
  /** Other crew: name and TMDb's English job title, such as `Original Music Composer`. */
  crew?: [name: string, job: string][];
  /** By billing: name and character. */
  cast: [name: string, character: string][];
  companies: string[];
  keywords: string[];
  /** The series it belongs to, such as `The Godfather Collection`. */
  collection?: string;
  /** The rating in the United States, such as `PG-13`. */
  certification?: string;
  tagline?: string;
  overview: string;
  /** The same in Brazilian Portuguese. */
  pt?: { title: string; overview: string; tagline?: string };
  /** US dollars, rounded. */
  budget?: number;
  /** US dollars, rounded. */
  revenue?: number;
}
