import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import { Database } from '../../platform/database/database.service.js';
import {
  decodeKeysetCursor,
  encodeKeysetCursor,
  type KeysetPosition,
} from '../../platform/graphql/connections/keyset-cursor.js';
import { pageRequestOf } from '../../platform/graphql/connections/page.args.js';
import type { Locale } from '../../platform/locale/locale.js';
import { HeldFilms, isCatalogueValue, partOfKey, valueOfKey } from './held-films.js';
import { LibraryTooLargeError } from './library-too-large.error.js';
import { type CatalogueKey, isCatalogueKey, keyOfSort, type SortKey } from './library-sort.js';
import type { ShelfArgs } from './shelf.args.js';
import { conditionsOf, type ShelfConditions } from './shelf-conditions.js';
import { cursorListOf } from './shelf-cursor.js';
import { type ShelfPage } from './shelf-page.js';
import { ShelfQuery, type ShelfView } from './shelf-query.js';
import type { Shelf, ShelfEntry } from './shelf.js';
import { isValueOf, readValue, type SortColumn } from './sort-column.js';
import { orderOf, pageAfter, type SortedRow } from './sorted-rows.js';

/** As many entries can be sorted or filtered by what the catalogue says of their films. */
const mostByCatalogue = 1000;

/** A page that is asked for, checked. */
interface ShelfRequest<Entry extends ShelfEntry> {
  readonly shelf: Shelf<Entry>;
  readonly query: ShelfQuery;
  readonly conditions: ShelfConditions;
  readonly locale: Locale;
  readonly order: SqlOrder | CatalogueOrder;
  readonly isDescending: boolean;
  readonly first: number;
  readonly after: KeysetPosition | null;
  readonly cursorAt: (position: KeysetPosition) => string;
}

interface SqlOrder {
  readonly by: 'SQL';
  readonly column: SortColumn;
}

interface CatalogueOrder {
  readonly by: 'CATALOGUE';
  readonly key: CatalogueKey;
}

/**
 * Reads the parts of libraries, page by page. What the database knows is sorted and filtered there, one statement a
 * page; titles, dates, runtimes and genres come from what the cache holds at the moment.
 */
@Injectable()
export class ShelvesService {
  constructor(
    private readonly database: Database,
    private readonly films: HeldFilms,
  ) {}

  /**
   * @throws BadUserInputError for arguments that can't be used, LibraryTooLargeError when too many entries would have
   * to be sorted or filtered by what the catalogue says, ServiceUnavailableError without a database.
   */
  // Async, so that a refused argument is a rejection like the others.
  async read<Entry extends ShelfEntry>(
    shelf: Shelf<Entry>,
    view: ShelfView,
    args: ShelfArgs,
    locale: Locale,
  ): Promise<ShelfPage<Entry>> {
    const request = requestOf(shelf, view, args, locale);
    const { order, conditions } = request;
    if (order.by === 'SQL' && conditions.genreId === null) return this.readBySql(request, order.column);
    return this.readByCatalogue(request);
  }

  private async readBySql<Entry extends ShelfEntry>(
    request: ShelfRequest<Entry>,
    column: SortColumn,
  ): Promise<ShelfPage<Entry>> {
    const { shelf, query, isDescending, first, after, cursorAt } = request;
    const rows = await this.rowsOf(shelf, query.page(column, isDescending, after, first + 1), column);
    return {
      rows: rows.slice(0, first).map((row) => ({ row: row.row, cursor: cursorAt(row) })),
      hasNextPage: rows.length > first,
      isContinued: after !== null,
      coveredCount: null,
      countAll: () => this.count(query),
    };
  }

  private async readByCatalogue<Entry extends ShelfEntry>(request: ShelfRequest<Entry>): Promise<ShelfPage<Entry>> {
    const { query, order, conditions, isDescending, first, after, locale, cursorAt } = request;
    const column = order.by === 'SQL' ? order.column : undefined;
    const entries = await this.rowsOf(request.shelf, query.all(column, mostByCatalogue + 1), column, mostByCatalogue);
    const parts = new Set([
      ...(order.by === 'CATALOGUE' ? [partOfKey(order.key)] : []),
      ...(conditions.genreId === null ? [] : (['summary'] as const)),
    ]);
    const films = await this.films.find(new Set(entries.map(({ row }) => row.tmdbId)), locale, parts);
    const fitting = entries.filter(({ row }) => {
      const { genreId } = conditions;
      return genreId === null || films.get(row.tmdbId)?.summary?.genreIds.includes(genreId) === true;
    });
    const sorted = fitting.map((entry) => {
      if (order.by === 'SQL') return entry;
      return { ...entry, value: valueOfKey(order.key, films.get(entry.row.tmdbId)) };
    });
    const isByTitle = order.by === 'CATALOGUE' && order.key === 'TITLE';
    const compare = isByTitle ? new Intl.Collator(locale).compare : undefined;
    const page = pageAfter(sorted, orderOf(isDescending, compare), after, first);
    return {
      rows: page.rows.map((row) => ({ row: row.row, cursor: cursorAt(row) })),
      hasNextPage: page.hasNextPage,
      isContinued: after !== null,
      coveredCount: entries.filter(({ row }) => films.has(row.tmdbId)).length,
      countAll: () => Promise.resolve(fitting.length),
    };
  }

  /** @throws LibraryTooLargeError when there are more than `most`. */
  private rowsOf<Entry extends ShelfEntry>(
    { entity }: Shelf<Entry>,
    statement: RawBuilder<object>,
    column: SortColumn | undefined,
    most = Infinity,
  ): Promise<SortedRow<Entry>[]> {
    return this.database.read(async (em: EntityManager) => {
      const { rows } = await statement.execute(em.getKysely());
      if (rows.length > most) throw new LibraryTooLargeError(most, Number(partsOf(rows[0]).total));
      return rows.map((found) => {
        const { value, row } = partsOf(found);
        const entry = em.map(entity, row as never);
        return { row: entry, id: entry.id, value: column === undefined ? null : readValue(column, value) };
      });
    });
  }

  private async count(query: ShelfQuery): Promise<number> {
    return this.database.read(async (em) => {
      const { rows } = await query.count().execute(em.getKysely());
      return Number(rows[0]?.count ?? 0);
    });
  }
}

function requestOf<Entry extends ShelfEntry>(
  shelf: Shelf<Entry>,
  view: ShelfView,
  args: ShelfArgs,
  locale: Locale,
): ShelfRequest<Entry> {
  const sort = args.sort ?? shelf.usualSort;
  const { key, isDescending } = keyOfSort(sort);
  const order = orderOfKey(shelf, key);
  const conditions = conditionsOf(args.filter);
  const list = cursorListOf(shelf, view.ownerId, sort, locale);
  const isValue = order.by === 'SQL' ? isValueOf(order.column) : isCatalogueValue(order.key);
  const { first } = pageRequestOf({ first: args.first ?? null });
  return {
    shelf,
    query: new ShelfQuery(shelf, view, conditions),
    conditions,
    locale,
    order,
    isDescending,
    first,
    after: typeof args.after === 'string' ? decodeKeysetCursor(args.after, list, isValue) : null,
    cursorAt: (position) => encodeKeysetCursor(list, position),
  };
}

function orderOfKey({ name, columns }: Pick<Shelf, 'name' | 'columns'>, key: SortKey): SqlOrder | CatalogueOrder {
  if (isCatalogueKey(key)) return { by: 'CATALOGUE', key };
  const column = columns[key];
  if (column === undefined) throw new Error(`Nothing sorts ${name} by ${key}.`);
  return { by: 'SQL', column };
}

function partsOf(found: object | undefined): { value: unknown; total: unknown; row: object } {
  const { sort_value: value, total_count: total, ...row } = (found ?? {}) as Record<string, unknown>;
  return { value, total, row };
}
