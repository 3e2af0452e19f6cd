import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Added, Removed } from '../../changes/library-change.js';
import { libraryLimits } from '../../changes/library-limits.js';
import type { BoundedPart, LibraryWrite } from '../../changes/library-write.js';
import { Refusal } from '../../changes/refusal.js';
import { ListEntryEntity } from '../list-entry.entity.js';
import type { ListEntity } from '../list.entity.js';
import { lockList, touchList } from './list-changes.js';
import { findGap, type Gap, type Place, positionIn, renumber } from './list-positions.js';

export interface ListEntryAdded extends Added<ListEntryEntity> {
  readonly list: ListEntity;
}

/** `list` is null when the viewer has none such. */
export interface ListEntryRemoved extends Removed {
  readonly list: ListEntity | null;
}

/** A film that is in the list already stays where it is. */
export async function addToList(
  write: LibraryWrite,
  listId: string,
  tmdbId: number,
  place: Place,
  now: Date,
): Promise<ListEntryAdded | Refusal> {
  const list = await lockList(write, listId);
  if (list === null) return Refusal.listNotFound();
  const position = await freePosition(write, listId, place);
  if (position === null) {
    const known = await findEntry(write, list, sql`tmdb_id = ${tmdbId}`);
    return known ? { tmdbId, entry: known, list } : Refusal.entryNotFound('afterEntryId');
  }
  const id = randomUUID();
  const found = await write.insertWithin(partOf(listId), {
    columns: { id, list_id: listId, tmdb_id: tmdbId, position, added_at: now },
    known: sql`select * from list_entries where list_id = ${listId} and tmdb_id = ${tmdbId}`,
  });
  if (found === null) return Refusal.limitReached('films in a list', libraryLimits.entries);
  const entry = toEntry(write, found);
  return { tmdbId, entry, list: entry.id === id ? await touchList(write, list, now) : list };
}

export async function removeFromList(
  write: LibraryWrite,
  listId: string,
  tmdbId: number,
  now: Date,
): Promise<ListEntryRemoved> {
  const list = await lockList(write, listId);
  if (list === null) return { tmdbId, removed: null, list };
  const [found] = await write.rows(
    sql`delete from list_entries where list_id = ${listId} and tmdb_id = ${tmdbId} returning *`,
  );
  if (found === undefined) return { tmdbId, removed: null, list };
  write.noteRemoval(partOf(listId));
  const { id } = toEntry(write, found);
  return { tmdbId, removed: { type: 'ListEntry', id }, list: await touchList(write, list, now) };
}

/** An entry that stands there already stays as it is. */
export async function moveListItem(
  write: LibraryWrite,
  listId: string,
  entryId: string,
  place: Place,
  now: Date,
): Promise<ListEntryAdded | Refusal> {
  const list = await lockList(write, listId);
  if (list === null) return Refusal.listNotFound();
  const entry = await findEntry(write, list, sql`id = ${entryId}`);
  if (entry === null) return Refusal.entryNotFound('entryId');
  const gap = await findGap(write, listId, place, entryId);
  if (gap === null) return Refusal.entryNotFound('afterEntryId');
  const { tmdbId } = entry;
  if (isWithin(gap, entry.position)) return { tmdbId, entry, list };
  const position = await freePosition(write, listId, place, entryId, gap);
  const [moved] = await write.rows(
    sql`update list_entries set position = ${position} where id = ${entryId} returning *`,
  );
  if (moved === undefined) return Refusal.entryNotFound('entryId');
  return { tmdbId, entry: toEntry(write, moved), list: await touchList(write, list, now) };
}

/** Null when there is no such place. The whole list is renumbered where positions became too long. */
async function freePosition(
  write: LibraryWrite,
  listId: string,
  place: Place,
  movingId: string | null = null,
  known?: Gap,
): Promise<string | null> {
  const gap = known ?? (await findGap(write, listId, place, movingId));
  if (gap === null) return null;
  const position = positionIn(gap);
  if (position !== null) return position;
  await renumber(write, listId);
  const wider = await findGap(write, listId, place, movingId);
  return wider && positionIn(wider);
}

/** Compared as PostgreSQL's collation "C" does: positions are ASCII. */
function isWithin({ before, after }: Gap, position: string): boolean {
  return (before === null || before < position) && (after === null || position < after);
}

async function findEntry(
  write: LibraryWrite,
  { id }: ListEntity,
  where: ReturnType<typeof sql>,
): Promise<ListEntryEntity | null> {
  const [found] = await write.rows(sql`select * from list_entries where list_id = ${id} and ${where}`);
  return found === undefined ? null : toEntry(write, found);
}

function toEntry(write: LibraryWrite, row: object): ListEntryEntity {
  return write.em.map(ListEntryEntity, row as never);
}

function partOf(listId: string): BoundedPart {
  return { table: 'list_entries', owner: { column: 'list_id', id: listId }, limit: libraryLimits.entries };
}
