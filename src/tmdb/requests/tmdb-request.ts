import type { ZodType } from 'zod';
import type { TmdbPath } from '../transport/tmdb-path.js';
import type { TmdbQuery } from '../transport/tmdb-query.js';
import { lastPage } from '../reading/list-page.js';

/** One question to TMDb and the shape of its answer. */
export interface TmdbRequest<T> {
  readonly path: TmdbPath;
  readonly query: TmdbQuery;
  readonly shape: ZodType<T>;
}

export interface PageParams {
  /** 1 to 500. */
  readonly page: number;
  /** A tag such as `pt-BR`. */
  readonly language: string;
}

/** @throws RangeError, since callers are to stop at the last page. */
export function pageQuery({ page }: { readonly page: number }): { page: number } {
  if (!Number.isInteger(page) || page < 1 || page > lastPage) {
    throw new RangeError(`A page of TMDb is a whole number from 1 to ${lastPage}, not ${page}`);
  }
  return { page };
}

/** A list as TMDb's parameters write it; undefined for an empty one, which is to be left out. */
export function commaList(items: readonly (string | null)[] | undefined): string | undefined {
  const unique = [...new Set(items ?? [])];
  // `null` asks for pictures without words.
  return unique.length === 0 ? undefined : unique.map((item) => item ?? 'null').join(',');
}
