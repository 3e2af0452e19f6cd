import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.service.js';
import { perRequest } from '../../platform/request/per-request.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { ListEntity } from '../lists/list.entity.js';
import type { ViewerState } from './viewer-state.js';

interface FilmOfViewer {
  readonly userId: string;
  readonly tmdbId: number;
}

interface StateRow {
  readonly tmdb_id: number;
  readonly is_on_watchlist: boolean;
  readonly is_favorite: boolean;
  readonly half_points: number | null;
  readonly watched_count: number;
  readonly last_watched_at: string | null;
  readonly note: string | null;
  readonly list_ids: readonly string[] | null;
  /** Of the first row: every list that any of the films is in. */
  readonly lists: readonly object[] | null;
}

/** Tells what viewers have to do with films: one statement for all films of a page. */
@Injectable()
export class ViewerStateLoader {
  private readonly loaders = perRequest(
    () =>
      new DataLoader<FilmOfViewer, ViewerState, string>((films) => this.loadAll(films), {
        cacheKeyFn: ({ userId, tmdbId }) => `${userId}.${tmdbId}`,
      }),
  );

  constructor(private readonly database: Database) {}

  load(userId: string, tmdbId: number, context: RequestContext): Promise<ViewerState> {
    return this.loaders(context).load({ userId, tmdbId });
  }

  /** Reads anew the next time: after whatever changes a library. */
  forget(context: RequestContext): void {
    this.loaders(context).clearAll();
  }

  private async loadAll(films: readonly FilmOfViewer[]): Promise<ViewerState[]> {
    // A request has one viewer, so this is one statement.
    const byUser = Map.groupBy(films, ({ userId }) => userId);
    const states = await Promise.all([...byUser].map(([userId, own]) => this.statesOf(userId, own)));
    const found = new Map(states.flat().map((state) => [`${state.userId}.${state.tmdbId}`, state]));
    return films.map(({ userId, tmdbId }) => found.get(`${userId}.${tmdbId}`) ?? nothing(userId, tmdbId));
  }

  private statesOf(userId: string, films: readonly FilmOfViewer[]): Promise<ViewerState[]> {
    const statement = statesStatement(
      userId,
      films.map(({ tmdbId }) => tmdbId),
    );
    return this.database.read(async (em) => {
      const { rows } = await statement.execute(em.getKysely());
      const lists = listsById(em, rows);
      return rows.map((row) => ({
        userId,
        tmdbId: row.tmdb_id,
        isOnWatchlist: row.is_on_watchlist,
        isFavorite: row.is_favorite,
        halfPoints: row.half_points,
        watchedCount: row.watched_count,
        lastWatchedAt: row.last_watched_at === null ? null : new Date(row.last_watched_at),
        note: row.note,
        lists: (row.list_ids ?? []).flatMap((id) => lists.get(id) ?? []),
      }));
    });
  }
}

/** Each list comes once, however many of the films are in it: people put a hundred films into a hundred lists. */
function statesStatement(userId: string, tmdbIds: readonly number[]) {
  return sql<StateRow>`
    with listed as (
      select le.tmdb_id, l.id, l.created_at
      from lists l join list_entries le on le.list_id = l.id
      where l.user_id = ${userId} and le.tmdb_id = any(${tmdbIds}::int[])
    )
    select
      f.tmdb_id,
      exists (select from watchlist_entries e where e.user_id = ${userId} and e.tmdb_id = f.tmdb_id) as is_on_watchlist,
      exists (select from favorites e where e.user_id = ${userId} and e.tmdb_id = f.tmdb_id) as is_favorite,
      (select half_points from ratings e where e.user_id = ${userId} and e.tmdb_id = f.tmdb_id) as half_points,
      v.watched_count,
      v.last_watched_at,
      (select text from movie_notes e where e.user_id = ${userId} and e.tmdb_id = f.tmdb_id) as note,
      m.list_ids,
      case when f.place = 1 then (
        select json_agg(l) from lists l where l.id in (select id from listed)
      ) end as lists
    from unnest(${tmdbIds}::int[]) with ordinality as f (tmdb_id, place)
    left join (
      select tmdb_id, json_agg(id order by created_at desc, id desc) as list_ids from listed group by tmdb_id
    ) m on m.tmdb_id = f.tmdb_id
    cross join lateral (
      select count(*)::int as watched_count, max(watched_at) as last_watched_at
      from viewings e where e.user_id = ${userId} and e.tmdb_id = f.tmdb_id
    ) v
  `;
}

function listsById(em: EntityManager, rows: readonly StateRow[]): ReadonlyMap<string, ListEntity> {
  const lists = rows.flatMap((row) => row.lists ?? []).map((list) => em.map(ListEntity, list));
  return new Map(lists.map((list) => [list.id, list]));
}

function nothing(userId: string, tmdbId: number): ViewerState {
  return {
    userId,
    tmdbId,
    isOnWatchlist: false,
    isFavorite: false,
    halfPoints: null,
    watchedCount: 0,
    lastWatchedAt: null,
    note: null,
    lists: [],
  };
}
