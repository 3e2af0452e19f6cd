import type { Catalogue, Film } from '../../catalogue/model.js';
import { languageOf } from '../localise.js';
import { filterByAttributes, filterByKind } from './attribute-filters.js';
import type { DiscoverQuery, FilmFilter } from './film-filter.js';
import { filterByNumbers, filterByPrimaryRelease } from './range-filters.js';
import { filterByCertification, filterByReleases } from './release-filters.js';
import { sortFilms } from './sort-films.js';
import { filterByOffers } from './watch-filters.js';

const filters: readonly FilmFilter[] = [
  filterByKind,
  filterByAttributes,
  filterByNumbers,
  filterByPrimaryRelease,
  filterByReleases,
  filterByCertification,
  filterByOffers,
];

/** The films that meet every filter of a query, in its order. Throws code 23 for a date that is none. */
export function discoverFilms({ films, reference }: Catalogue, query: DiscoverQuery): Film[] {
  const predicates = filters.flatMap((filter) => filter(query, reference));
  const found = films.filter((film) => predicates.every((predicate) => predicate(film)));
  return sortFilms(found, query['sort_by'], languageOf(query));
}
