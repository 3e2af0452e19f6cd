import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { sql } from 'kysely';
import type { LibraryWrite } from '../../changes/library-write.js';

/** Where an entry goes: right after another, to the front (null), or to the end (undefined). */
export type Place = { readonly afterEntryId: string | null | undefined };

/** The positions on both sides of a place; null at the ends of the list. */
export interface Gap {
  readonly before: string | null;
  readonly after: string | null;
}

/** Positions grow by a character for every few entries put into one and the same gap. */
export const longestPosition = 200;

/** Null when there is no entry to come after. The entry that moves does not count. The list has to be locked. */
export async function findGap(
  write: LibraryWrite,
  listId: string,
  { afterEntryId }: Place,
  movingId: string | null = null,
): Promise<Gap | null> {
  const others = sql`from list_entries where list_id = ${listId} and id is distinct from ${movingId}`;
  if (afterEntryId === undefined) {
    const [gap] = await write.rows(sql`select max(position) as before, null as after ${others}`);
    return gap as Gap;
  }
  if (afterEntryId === null) {
    const [gap] = await write.rows(sql`select null as before, min(position) as after ${others}`);
    return gap as Gap;
  }
  const [gap] = await write.rows(sql`
    with previous as (select position ${others} and id = ${afterEntryId})
    select position as before, (select min(position) ${others} and position > previous.position) as after from previous
  `);
  return (gap as Gap | undefined) ?? null;
}

/** A position inside the gap; null when it would grow too long: then the list is renumbered first. */
export function positionIn({ before, after }: Gap): string | null {
  const position = generateKeyBetween(before, after);
  return position.length > longestPosition ? null : position;
}

/**
 * Gives all entries short positions in the order they have. The new ones come after all old ones, so that no two
 * entries share one meanwhile.
 */
export async function renumber(write: LibraryWrite, listId: string): Promise<void> {
  const rows = (await write.rows(
    sql`select id, position from list_entries where list_id = ${listId} order by position`,
  )) as { id: string; position: string }[];
  const positions = generateNKeysBetween(rows.at(-1)?.position, null, rows.length);
  await write.rows(sql`
    update list_entries set position = fresh.position
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${positions}::text[]) as fresh (id, position)
    where list_entries.id = fresh.id
  `);
}
