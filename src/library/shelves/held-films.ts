import { Injectable } from '@nestjs/common';
import type { MovieRuntime, MovieSummary } from '../../movies/movie-summary.js';
import { MovieLoader } from '../../movies/movie.loader.js';
import type { SortValue } from '../../platform/graphql/connections/keyset-cursor.js';
import type { Locale } from '../../platform/locale/locale.js';
import type { CatalogueKey } from './library-sort.js';

/** What the cache holds of a film; what was not asked for is left out. */
export interface HeldFilm {
  readonly summary?: MovieSummary;
  readonly runtime?: MovieRuntime;
}

export type FilmPart = keyof HeldFilm;

/** What the cache knows of films at the moment. Never a call to TMDb, and one reading of Redis however many they are. */
@Injectable()
export class HeldFilms {
  constructor(private readonly movies: MovieLoader) {}

  /** By TMDb's number, those films of which all the parts are held. */
  async find(
    tmdbIds: ReadonlySet<number>,
    locale: Locale,
    parts: ReadonlySet<FilmPart>,
  ): Promise<ReadonlyMap<number, HeldFilm>> {
    const ids = [...tmdbIds];
    const [summaries, runtimes] = await Promise.all([
      parts.has('summary') ? this.movies.findHeld('summary', ids, locale) : undefined,
      parts.has('runtime') ? this.movies.findHeld('runtime', ids, locale) : undefined,
    ]);
    const films = ids.map((id) => [id, { summary: summaries?.get(id), runtime: runtimes?.get(id) }] as const);
    return new Map(
      films.flatMap(([id, { summary, runtime }]) => {
        if ((summaries && summary === undefined) || (runtimes && runtime === undefined)) return [];
        return [[id, { ...(summary && { summary }), ...(runtime && { runtime }) }] as const];
      }),
    );
  }
}

/** The part of a film that tells what it is sorted by. */
export function partOfKey(key: CatalogueKey): FilmPart {
  return key === 'RUNTIME' ? 'runtime' : 'summary';
}

export function valueOfKey(key: CatalogueKey, film: HeldFilm | undefined): SortValue {
  return readers[key](film ?? {}) ?? null;
}

const readers: Readonly<Record<CatalogueKey, (film: HeldFilm) => SortValue | undefined>> = {
  TITLE: ({ summary }) => summary?.title,
  RELEASE_DATE: ({ summary }) => summary?.releaseDate,
  RUNTIME: ({ runtime }) => runtime?.minutes,
};

/** Which values a cursor in this order can carry. */
export function isCatalogueValue(key: CatalogueKey): (value: unknown) => value is SortValue {
  const type = key === 'RUNTIME' ? 'number' : 'string';
  return (value): value is SortValue => value === null || typeof value === type;
}
