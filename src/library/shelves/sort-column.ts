import { type RawBuilder, sql } from 'kysely';
import type { KeysetPosition, SortValue } from '../../platform/graphql/connections/keyset-cursor.js';

/**
 * What SQL sorts rows by. `e` is the row, `r` the viewer's rating of its film, `w` when they last watched it; `joins`
 * are those it needs.
 */
export interface SortColumn {
  readonly expression: RawBuilder<unknown>;
  readonly joins: readonly Join[];
  /** Whether rows can have none; they come last then. */
  readonly isNullable: boolean;
  readonly kind: 'time' | 'number' | 'text';
}

export type Join = 'rating' | 'lastWatched';

export function column(name: string, kind: SortColumn['kind']): SortColumn {
  return { expression: sql.ref(`e.${name}`), joins: [], isNullable: false, kind };
}

export const ratingColumn: SortColumn = {
  expression: sql.ref('r.half_points'),
  joins: ['rating'],
  isNullable: true,
  kind: 'number',
};

export const lastWatchedColumn: SortColumn = {
  expression: sql.ref('w.last_watched_at'),
  joins: ['lastWatched'],
  isNullable: true,
  kind: 'time',
};

/** The column's value as cursors carry it: times in milliseconds, which is all that is ever stored of them. */
export function selectedValue({ expression, kind }: SortColumn): RawBuilder<unknown> {
  return kind === 'time' ? sql`(extract(epoch from ${expression}) * 1000)::bigint` : expression;
}

/** A selected value as it came from the driver, which gives large numbers as text. */
export function readValue({ kind }: SortColumn, raw: unknown): SortValue {
  if (raw === null || (kind === 'text' && typeof raw === 'string')) return raw;
  return Number(raw);
}

/** Which values a cursor can carry; others would only be refused by the database. */
export function isValueOf({ kind, isNullable }: SortColumn): (value: unknown) => value is SortValue {
  return (value): value is SortValue => {
    if (value === null) return isNullable;
    if (kind === 'text') return typeof value === 'string' && /^[\w-]{1,1000}$/.test(value);
    const bound = kind === 'time' ? latestMs : 20;
    return Number.isInteger(value) && Math.abs(value as number) <= bound;
  };
}

/** In the year 5138: far enough, and PostgreSQL knows it. */
const latestMs = 1e14;

/** The rows after a position. Written as a comparison of rows where that is right, since only that uses the index. */
export function afterPosition(
  { expression, isNullable, kind }: SortColumn,
  isDescending: boolean,
  { value, id }: KeysetPosition,
): RawBuilder<unknown> {
  const beyond = isDescending ? sql`<` : sql`>`;
  if (value === null) return sql`(${expression} is null and e.id ${beyond} ${id})`;
  const bound = kind === 'time' ? new Date(Number(value)) : value;
  const after = sql`(${expression}, e.id) ${beyond} (${bound}, ${id})`;
  return isNullable ? sql`(${after} or ${expression} is null)` : after;
}

export function orderBy({ expression, isNullable }: SortColumn, isDescending: boolean): RawBuilder<unknown> {
  const direction = isDescending ? sql`desc` : sql`asc`;
  const nulls = isNullable ? sql`${expression} is null, ` : sql``;
  return sql`order by ${nulls}${expression} ${direction}, e.id ${direction}`;
}
