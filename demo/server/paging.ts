import { TmdbError } from './tmdb-error.js';

/** Of nearly all lists. */
const PAGE_SIZE = 20;
const MAX_PAGE = 500;

/** A page of a list. `total_pages` is honest, past 500 too, and 1 for an empty list. */
export interface Page<T> {
  page: number;
  results: T[];
  total_pages: number;
  total_results: number;
}

/** The page asked for; 1 when none is. Throws code 22 for anything but a whole number from 1 to 500. */
function pageNumber(query: Readonly<Record<string, string>>): number {
  const text = query['page'];
  if (text === undefined) return 1;
  const page = /^\d+$/.test(text) ? Number(text) : 0;
  if (page < 1 || page > MAX_PAGE) throw new TmdbError(22);
  return page;
}

/** Cuts the page that a query asks for out of a list and gives its items their body. Throws code 22 for a bad page. */
export function pageOf<T, Body>(
  items: readonly T[],
  query: Readonly<Record<string, string>>,
  toBody: (item: T) => Body,
  pageSize = PAGE_SIZE,
): Page<Body> {
  const page = pageNumber(query);
  return {
    page,
    results: items.slice((page - 1) * pageSize, page * pageSize).map(toBody),
    total_pages: Math.max(1, Math.ceil(items.length / pageSize)),
    total_results: items.length,
  };
}
