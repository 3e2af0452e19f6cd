import type { Release } from '../../catalogue/releases.js';
import type { Certification } from '../../catalogue/reference-record.js';
import type { FilmFilter } from './film-filter.js';
import { idListMatcher, valuesOf } from './id-list.js';
import { dateRange, numberIn } from './range-filters.js';

type ReleasePredicate = (release: Release) => boolean;

/**
 * `region`, `year`, `release_date.gte`, `.lte` and `with_release_type`: a film stays when one release meets all of
 * them (for types joined by commas: one release of each type).
 */
export const filterByReleases: FilmFilter = (query) => {
  const { region } = query;
  const inRange = dateRange(query, 'release_date');
  const year = numberIn(query, 'year');
  const ofTypes = idListMatcher(query['with_release_type']);
  const predicates: ReleasePredicate[] = [];
  if (region) predicates.push(({ country }) => country === region);
  if (inRange !== null) predicates.push(({ date }) => inRange(date));
  if (year !== undefined) predicates.push(({ date }) => Number(date.slice(0, 4)) === year);
  if (predicates.length === 0 && ofTypes === null) return [];
  return [
    ({ releases }) => {
      const fitting = releases.filter((release) => predicates.every((predicate) => predicate(release)));
      if (ofTypes === null) return fitting.length > 0;
      return ofTypes((wanted) => fitting.some(({ type }) => String(type) === wanted));
    },
  ];
};

/**
 * `certification` (a pipe for OR), `certification.gte` and `.lte` in the country of `certification_country`, or of
 * `region` without it. Without either country they are passed over.
 */
export const filterByCertification: FilmFilter = (query, reference) => {
  const country = query['certification_country'] || query['region'];
  if (!country) return [];
  const ladder = new Map(Object.entries(reference.certifications)).get(country) ?? [];
  const wanted = valuesOf(query['certification']);
  const [from, to] = [orderOf(ladder, query['certification.gte']), orderOf(ladder, query['certification.lte'])];
  const predicates: ReleasePredicate[] = [];
  if (wanted.length > 0) predicates.push(({ certification }) => wanted.includes(certification));
  if (from !== undefined) predicates.push(({ certification }) => (orderOf(ladder, certification) ?? -1) >= from);
  if (to !== undefined) predicates.push(({ certification }) => (orderOf(ladder, certification) ?? Infinity) <= to);
  if (predicates.length === 0) return [];
  return [
    ({ releases }) =>
      releases.some((release) => release.country === country && predicates.every((predicate) => predicate(release))),
  ];
};

function orderOf(ladder: readonly Certification[], name: string | undefined): number | undefined {
  return ladder.find(({ certification }) => certification === name)?.order;
}
