import { comingFilms } from './coming-films.js';
import { filteredFilms } from './filtered-films.js';
import { type InventedFilmRecord, inventedStudio } from './invented-film-record.js';

const announced: InventedFilmRecord = {
  ...inventedStudio,
  title: 'Untitled Lantern Project',
  released: '',
  runtimeMinutes: 0,
  genres: [],
  directors: [],
  writers: [],
  cast: [],
  companies: [],
  countries: [],
  keywords: [],
  overview: '',
  status: 'Rumored',
  popularity: 0.05,
  hasPictures: false,
};

/**
 * Films that nobody ever made, put after the real ones so that these keep their numbers: those to be filtered, those
 * that are about to come out, and last a bare one without a date.
 */
export function inventedFilms(today: Date): InventedFilmRecord[] {
  return [...filteredFilms, ...comingFilms(today), announced];
}
