import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { UnauthenticatedError } from '../../platform/graphql/access/unauthenticated.error.js';

/** A part of a library that can hold so many rows. */
export interface BoundedPart {
  readonly table: string;
  /** The column and id of whatever the rows belong to. */
  readonly owner: { readonly column: 'user_id' | 'list_id'; readonly id: string };
  readonly limit: number;
}

/** A row to insert unless it is there already. */
export interface NewRow {
  readonly columns: Readonly<Record<string, unknown>>;
  /** The statement that finds, or changes, the row that is there already. */
  readonly known: RawBuilder<unknown>;
}

/**
 * One transaction on a viewer's library. It holds the lock under which parts are counted, and remembers the counts, so
 * that a hundred changes count once.
 */
export class LibraryWrite {
  private isLocked = false;
  private readonly taken = new Map<string, number>();

  constructor(
    readonly em: EntityManager,
    readonly userId: string,
  ) {}

  /** Runs a statement within the transaction. */
  async rows(statement: RawBuilder<unknown>): Promise<object[]> {
    const { rows } = await (statement as RawBuilder<object>).execute(this.em.getKysely());
    return rows;
  }

  /**
   * Keeps other writes that count out until this one has ended. Taken before any lock of a list, so that no two wait
   * for each other.
   *
   * @throws UnauthenticatedError when the account was deleted meanwhile.
   */
  async lockViewer(): Promise<void> {
    if (this.isLocked) return;
    const found = await this.rows(sql`select id from users where id = ${this.userId} for no key update`);
    if (found.length === 0) throw new UnauthenticatedError();
    this.isLocked = true;
  }

  /** The row that is there now; null when the part is full. Whatever the part belongs to has to be locked. */
  async insertWithin(part: BoundedPart, { columns, known }: NewRow): Promise<object | null> {
    const [found] = await this.rows(insertStatement(part, columns, known, this.taken.get(keyOf(part)) ?? null));
    if (found === undefined) return null;
    const { taken, ...row } = found as { taken: number | null };
    if (taken !== null) this.taken.set(keyOf(part), taken + 1);
    return row;
  }

  /** Tells that a row of the part was removed. */
  noteRemoval(part: BoundedPart): void {
    const taken = this.taken.get(keyOf(part));
    if (taken !== undefined) this.taken.set(keyOf(part), taken - 1);
  }
}

function keyOf({ table, owner }: BoundedPart): string {
  return `${table} ${owner.id}`;
}

/** Counts only when there is a row to insert and nobody has counted yet. */
function insertStatement(
  { table, owner, limit }: BoundedPart,
  columns: NewRow['columns'],
  known: NewRow['known'],
  taken: number | null,
): RawBuilder<unknown> {
  const names = Object.keys(columns).map((column) => sql.ref(column));
  return sql`
    with known as (${known}),
    room as materialized (
      select coalesce(
        ${taken}::int,
        (select count(*)::int from ${sql.table(table)} where ${sql.ref(owner.column)} = ${owner.id})
      ) as taken
      where not exists (select from known)
    ),
    added as (
      insert into ${sql.table(table)} (${sql.join(names)})
      select ${sql.join(Object.values(columns))} from room where room.taken < ${limit}
      returning *
    )
    select known.*, null::int as taken from known
    union all
    select added.*, room.taken from added, room
  `;
}
