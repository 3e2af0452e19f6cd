import type { Film } from '../../catalogue/model.js';
import type { FilmFilter } from './film-filter.js';
import { idListMatcher, valuesOf } from './id-list.js';

/** What a film has of each attribute, as the query writes it. */
const attributes: Readonly<Record<string, (film: Film) => (string | number)[]>> = {
  with_cast: (film) => film.cast.map(({ person }) => person.id),
  with_crew: (film) => film.crew.map(({ person }) => person.id),
  with_people: (film) => [...film.cast, ...film.crew].map(({ person }) => person.id),
  with_companies: (film) => film.companies.map(({ id }) => id),
  with_genres: (film) => film.genres.map(({ id }) => id),
  with_keywords: (film) => film.keywords.map(({ id }) => id),
  with_origin_country: (film) => film.record.countries,
  with_original_language: (film) => [film.record.language],
  without_companies: (film) => film.companies.map(({ id }) => id),
  without_genres: (film) => film.genres.map(({ id }) => id),
  without_keywords: (film) => film.keywords.map(({ id }) => id),
};

/** `with_cast`, `with_genres` and their kin; `without_…` drops a film that has any of the values. */
export const filterByAttributes: FilmFilter = (query) =>
  Object.entries(attributes).flatMap(([parameter, valuesOfFilm]) => {
    const matches = idListMatcher(query[parameter]);
    if (matches === null) return [];
    const has = (film: Film) => {
      const values = new Set(valuesOfFilm(film).map(String));
      return (value: string) => values.has(value);
    };
    if (parameter.startsWith('without_')) return [(film) => !valuesOf(query[parameter]).some(has(film))];
    return [(film) => matches(has(film))];
  });

/** Adult films and videos stay out unless `include_adult` or `include_video` is `true`. */
export const filterByKind: FilmFilter = (query) => [
  (film) => query['include_adult'] === 'true' || !film.isAdult,
  (film) => query['include_video'] === 'true' || !film.isVideo,
];
