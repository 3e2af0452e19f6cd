import { encodeKeysetCursor } from '../../platform/graphql/connections/keyset-cursor.js';
import type { Locale } from '../../platform/locale/locale.js';
import { keyOfSort, type SortName } from './library-sort.js';
import type { Shelf, ShelfEntry } from './shelf.js';

/** The cursor of an entry in its shelf's usual order, for the edge that adding it answers. */
export function cursorOfEntry<Entry extends ShelfEntry>(shelf: Shelf<Entry>, entry: Entry): string {
  const list = cursorListOf(shelf, shelf.ownerInCursor?.(entry), shelf.usualSort);
  return encodeKeysetCursor(list, { value: shelf.usualValue(entry), id: entry.id });
}

/** What cursors are good for: the shelf, its owner where that counts, the order and, for titles, their language. */
export function cursorListOf(
  { name, ownerInCursor }: Pick<Shelf<never>, 'name' | 'ownerInCursor'>,
  ownerId: string | undefined,
  sort: SortName,
  locale?: Locale,
): string {
  const owner = ownerInCursor === undefined ? [] : [ownerId];
  const language = keyOfSort(sort).key === 'TITLE' ? [locale] : [];
  return [name, ...owner, sort, ...language].join(' ');
}
