import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { MovieRuntime, MovieSummary } from '../../movies/movie-summary.js';
import { MovieLoader } from '../../movies/movie.loader.js';
import { Database } from '../../platform/database/database.service.js';
import type { Locale } from '../../platform/locale/locale.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { HeldFilms } from '../shelves/held-films.js';

/** What the catalogue says of the films that somebody watched, as far as it could tell. */
export interface WatchedFilms {
  /** Of how many films it could. */
  readonly coveredCount: number;
  /** Over all viewings. */
  readonly minutesWatched: number;
  /** How many films, by TMDb's number of the genre. */
  readonly byGenre: ReadonlyMap<number, number>;
  /** How many films, by the first year of the decade. */
  readonly byDecade: ReadonlyMap<number, number>;
}

interface WatchedFilm {
  readonly tmdb_id: number;
  readonly times: number;
}

interface KnownFilm {
  readonly summary: MovieSummary;
  readonly runtime: MovieRuntime;
}

/** Films looked at, those watched latest: more would hold up other requests. */
const mostFilms = 2000;

/** Films fetched from TMDb for one request; with each request more of them are held. */
export const mostFetched = 20;

/** Adds up what somebody watched, from what the cache holds and a few films more. */
@Injectable()
export class WatchedFilmsService {
  constructor(
    private readonly database: Database,
    private readonly held: HeldFilms,
    private readonly movies: MovieLoader,
  ) {}

  async sum(userId: string, locale: Locale, context: RequestContext): Promise<WatchedFilms> {
    const watched = await this.watchedBy(userId);
    const ids = watched.map(({ tmdb_id }) => tmdb_id);
    const held = await this.held.find(new Set(ids), locale, new Set(['summary', 'runtime']));
    const missing = ids.filter((id) => !held.has(id)).slice(0, mostFetched);
    const fetched = new Map(
      await Promise.all(missing.map(async (id) => [id, await this.fetch(id, locale, context)] as const)),
    );
    const known = watched.flatMap(({ tmdb_id, times }) => {
      const { summary, runtime } = held.get(tmdb_id) ?? fetched.get(tmdb_id) ?? {};
      return summary && runtime ? [{ film: { summary, runtime }, times }] : [];
    });
    return {
      coveredCount: known.length,
      minutesWatched: known.reduce((sum, { film, times }) => sum + (film.runtime.minutes ?? 0) * times, 0),
      byGenre: tally(known.flatMap(({ film }) => film.summary.genreIds)),
      byDecade: tally(known.flatMap(({ film }) => decadeOf(film.summary) ?? [])),
    };
  }

  /** Latest first. */
  private watchedBy(userId: string): Promise<readonly WatchedFilm[]> {
    return this.database.read(async (em) => {
      const { rows } = await sql<WatchedFilm>`
        select tmdb_id, count(*)::int as times from viewings where user_id = ${userId}
        group by tmdb_id order by max(watched_at) desc, tmdb_id limit ${mostFilms}
      `.execute(em.getKysely());
      return rows;
    });
  }

  /** Null for a film that TMDb does not have, or does not tell of now. */
  private async fetch(tmdbId: number, locale: Locale, context: RequestContext): Promise<KnownFilm | null> {
    const key = { tmdbId, locale };
    const parts = [this.movies.load('summary', key, context), this.movies.load('runtime', key, context)] as const;
    const [summary, runtime] = await Promise.all(parts).catch(() => [null, null] as const);
    return summary && runtime && { summary, runtime };
  }
}

function decadeOf({ releaseDate }: MovieSummary): number | null {
  return releaseDate === null ? null : Math.floor(Number(releaseDate.slice(0, 4)) / 10) * 10;
}

function tally(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
