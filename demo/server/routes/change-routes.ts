import type { ApiRequest, Route } from '../api-request.js';
import { dateRange } from '../discover/range-filters.js';
import { pageOf } from '../paging.js';
import { TmdbError } from '../tmdb-error.js';

const DAY_MS = 86_400_000;
const MAX_DAYS = 14;
const PAGE_SIZE = 100;

/** What has changed. It must come before `/movie/{id}`, which has its form. */
export const changeRoutes: readonly Route[] = [['/movie/changes', movieChanges]];

/** Films changed in the days asked for, both included; in the last 24 hours where none is asked for. */
function movieChanges(request: ApiRequest) {
  const { query, changedFilms } = request;
  const [from, to] = rangeOf(request);
  const named = changedFilms.filter(({ at }) => at.getTime() >= from && at.getTime() <= to);
  return pageOf(named, query, ({ film }) => ({ id: film.id, adult: film.isAdult }), PAGE_SIZE);
}

/** Milliseconds since 1970, both included. Throws code 23 for a bad date, 20 for over 14 days. */
function rangeOf({ query, now }: ApiRequest): [from: number, to: number] {
  const { start_date: start, end_date: end } = query;
  dateRange({ 'date.gte': start ?? '', 'date.lte': end ?? '' }, 'date');
  if (start && end && Date.parse(end) - Date.parse(start) > MAX_DAYS * DAY_MS) throw new TmdbError(20);
  const to = end ? Date.parse(end) + DAY_MS - 1 : now.getTime();
  const from = start ? Date.parse(start) : to - DAY_MS;
  return [from, to];
}
