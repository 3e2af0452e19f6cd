import { sql } from 'kysely';
import type { Done, Removed } from '../../changes/library-change.js';
import { libraryLimits } from '../../changes/library-limits.js';
import type { BoundedPart, LibraryWrite } from '../../changes/library-write.js';
import { Refusal } from '../../changes/refusal.js';
import { ListEntity, type ListVisibility } from '../list.entity.js';

/** What an owner says of a list. */
export interface ListFacts {
  readonly name: string;
  readonly description: string | null;
  readonly visibility: ListVisibility;
}

export interface ListChanged extends Done {
  readonly list: ListEntity;
}

/** `id`: chosen by the caller, so that a list made twice is one list. */
export async function createList(
  write: LibraryWrite,
  id: string,
  { name, description, visibility }: ListFacts,
  now: Date,
): Promise<ListChanged | Refusal> {
  await write.lockViewer();
  const part = partOf(write);
  const found = await write.insertWithin(part, {
    columns: { id, user_id: write.userId, name, description, visibility, created_at: now, updated_at: now },
    known: sql`select * from lists where id = ${id}`,
  });
  if (found === null) return Refusal.limitReached('lists', part.limit);
  return { tmdbId: null, list: toListEntity(write, found) };
}

/** Facts that are left out stay as they are. */
export async function updateList(
  write: LibraryWrite,
  id: string,
  facts: Partial<ListFacts>,
  now: Date,
): Promise<ListChanged | Refusal> {
  const list = await lockList(write, id);
  if (list === null) return Refusal.listNotFound();
  const { name, description, visibility }: ListFacts = { ...list, ...facts };
  if (name === list.name && description === list.description && visibility === list.visibility) {
    return { tmdbId: null, list };
  }
  const [changed] = await write.rows(sql`
    update lists set name = ${name}, description = ${description}, visibility = ${visibility}, updated_at = ${now}
    where id = ${id} returning *
  `);
  return { tmdbId: null, list: changed === undefined ? list : toListEntity(write, changed) };
}

/** With all that is in it. */
export async function deleteList(write: LibraryWrite, id: string): Promise<Removed> {
  const found = await write.rows(sql`delete from lists where id = ${id} and user_id = ${write.userId} returning id`);
  if (found.length === 0) return { tmdbId: null, removed: null };
  write.noteRemoval(partOf(write));
  return { tmdbId: null, removed: { type: 'List', id } };
}

/** The viewer's list, kept from other writes until this one has ended; null when they have none such. */
export async function lockList(write: LibraryWrite, id: string): Promise<ListEntity | null> {
  const [found] = await write.rows(
    sql`select * from lists where id = ${id} and user_id = ${write.userId} for no key update`,
  );
  return found === undefined ? null : toListEntity(write, found);
}

/** Notes that films of the list changed. */
export async function touchList(write: LibraryWrite, list: ListEntity, now: Date): Promise<ListEntity> {
  const [changed] = await write.rows(sql`update lists set updated_at = ${now} where id = ${list.id} returning *`);
  return changed === undefined ? list : toListEntity(write, changed);
}

function toListEntity(write: LibraryWrite, row: object): ListEntity {
  return write.em.map(ListEntity, row as never);
}

function partOf({ userId }: LibraryWrite): BoundedPart {
  return { table: 'lists', owner: { column: 'user_id', id: userId }, limit: libraryLimits.lists };
}
