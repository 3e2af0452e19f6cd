import type { Film } from '../../catalogue/model.js';
import { titleIn } from '../localise.js';

type SortKey = (film: Film, language: string) => string | number;

const keys: Readonly<Record<string, SortKey>> = {
  original_title: (film) => film.originalTitle,
  popularity: (film) => film.popularity,
  primary_release_date: (film) => film.record.released,
  release_date: (film) => film.record.released,
  revenue: (film) => film.record.revenue ?? 0,
  title: titleIn,
  vote_average: (film) => film.voteAverage,
  vote_count: (film) => film.voteCount,
};

/** Sorts by `sort_by`, such as `title.asc`; by falling popularity for an order that does not exist. Equals keep their id order. */
export function sortFilms(films: readonly Film[], sortBy: string | undefined, language: string): Film[] {
  const [name = '', direction] = (sortBy ?? '').split('.');
  const isOrder = Object.hasOwn(keys, name) && (direction === 'asc' || direction === 'desc');
  const known = isOrder ? keys[name] : undefined;
  const key = known ?? ((film) => film.popularity);
  const sign = known !== undefined && direction === 'asc' ? 1 : -1;
  return films.toSorted((one, other) => {
    const [left, right] = [key(one, language), key(other, language)];
    if (left === right) return one.id - other.id;
    return left < right ? -sign : sign;
  });
}
