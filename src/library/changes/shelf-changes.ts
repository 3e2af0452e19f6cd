import { randomUUID } from 'node:crypto';
import type { EntitySchema } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import type { Added, Removed } from './library-change.js';
import { libraryLimits } from './library-limits.js';
import type { BoundedPart, LibraryWrite } from './library-write.js';
import { Refusal } from './refusal.js';

interface ChangedShelf<Entry extends object> {
  readonly table: string;
  readonly entity: EntitySchema<Entry>;
  /** The type of its entries in the schema. */
  readonly type: string;
  /** What its entries are called in messages. */
  readonly called: string;
  readonly limit?: number;
}

/** What an entry says beside whose and which film it is. */
export interface ShelfRow {
  readonly columns: Readonly<Record<string, unknown>>;
  /** Beside viewer and film, what makes an entry the same. */
  readonly sameWhere?: RawBuilder<unknown>;
  /** What changes in an entry that is there already. */
  readonly set?: RawBuilder<unknown>;
}

/** Puts films on a shelf of a viewer (watchlist, favourites, ratings, history) and takes them off. */
export class ShelfChanges<Entry extends { id: string; tmdbId: number }> {
  constructor(private readonly shelf: ChangedShelf<Entry>) {}

  async add(write: LibraryWrite, tmdbId: number, row: ShelfRow): Promise<Added<Entry> | Refusal> {
    await write.lockViewer();
    const part = this.partOf(write);
    const same = sql`user_id = ${write.userId} and tmdb_id = ${tmdbId}${and(row.sameWhere)}`;
    const table = sql.table(this.shelf.table);
    const found = await write.insertWithin(part, {
      columns: { id: randomUUID(), user_id: write.userId, tmdb_id: tmdbId, ...row.columns },
      known: row.set
        ? sql`update ${table} set ${row.set} where ${same} returning *`
        : sql`select * from ${table} where ${same}`,
    });
    if (found === null) return Refusal.limitReached(this.shelf.called, part.limit);
    return { tmdbId, entry: this.toEntry(write, found) };
  }

  removeFilm(write: LibraryWrite, tmdbId: number): Promise<Removed> {
    return this.remove(write, sql`tmdb_id = ${tmdbId}`, tmdbId);
  }

  /** The film is null in what comes of it when there was no such entry. */
  removeEntry(write: LibraryWrite, id: string): Promise<Removed> {
    return this.remove(write, sql`id = ${id}`, null);
  }

  private async remove(write: LibraryWrite, where: RawBuilder<unknown>, tmdbId: number | null): Promise<Removed> {
    const { table, type } = this.shelf;
    const [found] = await write.rows(
      sql`delete from ${sql.table(table)} where user_id = ${write.userId} and ${where} returning *`,
    );
    if (found === undefined) return { tmdbId, removed: null };
    write.noteRemoval(this.partOf(write));
    const entry = this.toEntry(write, found);
    return { tmdbId: entry.tmdbId, removed: { type, id: entry.id } };
  }

  private partOf({ userId }: LibraryWrite): BoundedPart {
    const { table, limit = libraryLimits.entries } = this.shelf;
    return { table, owner: { column: 'user_id', id: userId }, limit };
  }

  private toEntry(write: LibraryWrite, row: object): Entry {
    return write.em.map(this.shelf.entity, row as never);
  }
}

function and(condition: RawBuilder<unknown> | undefined): RawBuilder<unknown> {
  return condition === undefined ? sql`` : sql` and ${condition}`;
}
