import { type RawBuilder, sql } from 'kysely';
import type { KeysetPosition } from '../../platform/graphql/connections/keyset-cursor.js';
import type { Shelf } from './shelf.js';
import type { ShelfConditions } from './shelf-conditions.js';
import { afterPosition, type Join, orderBy, selectedValue, type SortColumn } from './sort-column.js';

/** Whose shelf it is, and who looks: ratings and viewings are always those of whoever looks. */
export interface ShelfView {
  /** The user or the list. */
  readonly ownerId: string;
  /** Null when signed out. */
  readonly viewerId: string | null;
}

/** The statements that read a shelf. */
export class ShelfQuery {
  constructor(
    private readonly shelf: Pick<Shelf, 'table' | 'owner' | 'columns'>,
    private readonly view: ShelfView,
    private readonly conditions: ShelfConditions,
  ) {}

  /** One page, each row with its `sort_value`. */
  page(sort: SortColumn, isDescending: boolean, after: KeysetPosition | null, limit: number): RawBuilder<object> {
    const more = after === null ? [] : [afterPosition(sort, isDescending, after)];
    return sql<object>`
      select e.*, ${selectedValue(sort)} as sort_value ${this.from(sort.joins)} ${this.where(more)}
      ${orderBy(sort, isDescending)} limit ${limit}
    `;
  }

  /** Up to so many rows in no order, each with `sort_value` (if sorted by SQL) and how many there are in all. */
  all(sort: SortColumn | undefined, limit: number): RawBuilder<object> {
    const value = sort === undefined ? sql`null` : selectedValue(sort);
    return sql<object>`
      select e.*, ${value} as sort_value, count(*) over () as total_count
      ${this.from(sort?.joins ?? [])} ${this.where()} limit ${limit}
    `;
  }

  count(): RawBuilder<{ count: string }> {
    return sql<{ count: string }>`select count(*) as count ${this.from([])} ${this.where()}`;
  }

  private from(joins: readonly Join[]): RawBuilder<unknown> {
    const needed = new Set([...joins, ...this.conditionJoins()]);
    const parts = [sql`from ${sql.table(this.shelf.table)} e`];
    const { viewerId } = this.view;
    if (needed.has('rating')) {
      parts.push(sql`left join ratings r on r.user_id = ${viewerId}::uuid and r.tmdb_id = e.tmdb_id`);
    }
    if (needed.has('lastWatched')) {
      parts.push(sql`left join (
        select tmdb_id, max(watched_at) as last_watched_at from viewings
        where user_id = ${viewerId}::uuid group by tmdb_id
      ) w on w.tmdb_id = e.tmdb_id`);
    }
    return sql.join(parts, sql` `);
  }

  private where(more: readonly RawBuilder<unknown>[] = []): RawBuilder<unknown> {
    const { minHalfPoints, maxHalfPoints, isWatched } = this.conditions;
    const { owner, columns } = this.shelf;
    const { ownerId, viewerId } = this.view;
    const rating = columns.RATING.expression;
    const parts = [sql`${sql.ref(`e.${owner}`)} = ${ownerId}`, ...more];
    if (minHalfPoints !== null) parts.push(sql`${rating} >= ${minHalfPoints}`);
    if (maxHalfPoints !== null) parts.push(sql`${rating} <= ${maxHalfPoints}`);
    if (isWatched !== null) {
      const watched = sql`exists (
        select from viewings v where v.user_id = ${viewerId}::uuid and v.tmdb_id = e.tmdb_id
      )`;
      parts.push(isWatched ? watched : sql`not ${watched}`);
    }
    return sql`where ${sql.join(parts, sql` and `)}`;
  }

  private conditionJoins(): readonly Join[] {
    const { minHalfPoints, maxHalfPoints } = this.conditions;
    return minHalfPoints === null && maxHalfPoints === null ? [] : this.shelf.columns.RATING.joins;
  }
}
