import type { Film } from '../../catalogue/model.js';
import { TmdbError } from '../tmdb-error.js';
import type { DiscoverQuery, FilmFilter, FilmPredicate } from './film-filter.js';

const numbers: Readonly<Record<string, (film: Film) => number>> = {
  vote_average: (film) => film.voteAverage,
  vote_count: (film) => film.voteCount,
  with_runtime: (film) => film.record.runtimeMinutes,
};

/** `vote_average`, `vote_count` and `with_runtime`, each with `.gte` and `.lte`. What is not a number is passed over. */
export const filterByNumbers: FilmFilter = (query) =>
  Object.entries(numbers).flatMap(([parameter, valueOf]) => {
    const [from, to] = [numberIn(query, `${parameter}.gte`), numberIn(query, `${parameter}.lte`)];
    const predicates: FilmPredicate[] = [];
    if (from !== undefined) predicates.push((film) => valueOf(film) >= from);
    if (to !== undefined) predicates.push((film) => valueOf(film) <= to);
    return predicates;
  });

/** `primary_release_date.gte`, `.lte` and `primary_release_year`, all of the first release anywhere. */
export const filterByPrimaryRelease: FilmFilter = (query) => {
  const inRange = dateRange(query, 'primary_release_date');
  const year = numberIn(query, 'primary_release_year');
  const predicates: FilmPredicate[] = [];
  if (inRange !== null) predicates.push((film) => inRange(film.record.released));
  if (year !== undefined) predicates.push((film) => film.year === year);
  return predicates;
};

/** Whether a date lies between `{parameter}.gte` and `.lte`; null without both. Throws code 23 for a bad date. */
export function dateRange(query: DiscoverQuery, parameter: string): ((date: string) => boolean) | null {
  const [from, to] = [dateIn(query, `${parameter}.gte`), dateIn(query, `${parameter}.lte`)];
  if (from === undefined && to === undefined) return null;
  return (date) => date !== '' && (from === undefined || date >= from) && (to === undefined || date <= to);
}

/** The number that a parameter holds, if it does. */
export function numberIn(query: DiscoverQuery, parameter: string): number | undefined {
  const text = query[parameter]?.trim();
  return text === undefined || text === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
}

function dateIn(query: DiscoverQuery, parameter: string): string | undefined {
  const text = query[parameter];
  if (text === undefined || text === '') return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new TmdbError(23);
  return text;
}
