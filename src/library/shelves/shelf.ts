import type { EntitySchema } from '@mikro-orm/postgresql';
import type { SortValue } from '../../platform/graphql/connections/keyset-cursor.js';
import type { Scope } from '../../platform/locale/locale.js';
import type { SortKey, SortName } from './library-sort.js';
import type { SortColumn } from './sort-column.js';

/** What every entry of a library is at least. */
export interface ShelfEntry {
  readonly id: string;
  readonly tmdbId: number;
}

/** A part of a library: a table of films that belong to a viewer or to a list, and how it is sorted. */
export interface Shelf<Entry extends ShelfEntry = ShelfEntry, Node = unknown> {
  /** Names it in cursors. */
  readonly name: string;
  readonly table: string;
  readonly entity: EntitySchema<Entry>;
  /** The column of whose it is. */
  readonly owner: 'user_id' | 'list_id';
  readonly usualSort: SortName;
  /** What SQL can sort it by; `RATING` is filtered by, too. */
  readonly columns: { readonly RATING: SortColumn } & { readonly [Key in SortKey]?: SortColumn };
  /** What an entry is sorted by in the usual order, as cursors carry it. */
  readonly usualValue: (entry: Entry) => SortValue;
  /** Where cursors are good for one owner's shelf alone: which one the entry is on. */
  readonly ownerInCursor?: (entry: Entry) => string;
  readonly toNode: (entry: Entry, scope: Scope) => Node;
}
