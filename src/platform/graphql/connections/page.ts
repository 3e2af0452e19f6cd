import type { Connection, Edge } from './connection.types.js';
import { encodeCursor, type Position } from './cursor.js';
import type { PageRequest } from './page.args.js';

/** A page as it was read, before its rows became nodes. */
export interface Page<Row> {
  readonly rows: readonly { readonly row: Row; readonly end: Position }[];
  /** Where to read on, for a page whose rows were all left out. */
  readonly resume?: Position;
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly isContinued: boolean;
}

/** The page of a list that is wholly at hand. */
export function pageOfArray<Row>(all: readonly Row[], { first, start, isContinued }: PageRequest): Page<Row> {
  const rows = all.slice(start.offset, start.offset + first).map((row, index) => ({
    row,
    end: { offset: start.offset + index + 1, recent: [] },
  }));
  return { rows, totalCount: all.length, hasNextPage: start.offset + rows.length < all.length, isContinued };
}

/** A connection whose edges hold what `toEdge` makes of each row beside its cursor. */
export function toConnection<Row, T, Extra extends object>(
  page: Page<Row>,
  toEdge: (row: Row) => Extra & { readonly node: T },
): Connection<T, Edge<T> & Extra> {
  const { rows } = page;
  const made = rows.map((place) => ({ edge: toEdge(place.row), place }));
  let edges: readonly (Edge<T> & Extra)[] | undefined;
  return {
    // Getters, since few readers want the cursor of every row. A query may ask for them twice, by two names.
    get edges() {
      return (edges ??= made.map(({ edge, place }) => withCursor(edge, place)));
    },
    nodes: made.map(({ edge }) => edge.node),
    get pageInfo() {
      const last = rows.at(-1)?.end ?? page.resume;
      return {
        startCursor: rows[0] ? encodeCursor(rows[0].end) : null,
        endCursor: last ? encodeCursor(last) : null,
        hasNextPage: page.hasNextPage,
        hasPreviousPage: page.isContinued,
      };
    },
    totalCount: page.totalCount,
  };
}

function withCursor<E extends object>(edge: E, place: { readonly end: Position }): E & { readonly cursor: string } {
  return Object.defineProperty(edge, 'cursor', { get: () => encodeCursor(place.end), enumerable: true }) as E & {
    readonly cursor: string;
  };
}
