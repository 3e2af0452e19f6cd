import type { Connection, Edge } from '../../platform/graphql/connections/connection.types.js';
import type { Scope } from '../../platform/locale/locale.js';
import type { Shelf, ShelfEntry } from './shelf.js';
import type { CountedPage, ShelfPage } from './shelf-page.js';

/** A connection that is counted only when its `totalCount` is asked for. */
export interface LazyConnection<T> extends Omit<Connection<T>, 'totalCount'> {
  readonly totalCount: Promise<number>;
}

export interface ShelfConnection<T> extends LazyConnection<T> {
  readonly coveredCount: number | null;
}

export function toShelfConnection<Entry extends ShelfEntry, Node>(
  { toNode }: Pick<Shelf<Entry, Node>, 'toNode'>,
  page: ShelfPage<Entry>,
  scope: Scope,
): ShelfConnection<Node> {
  // Not spread: that would count.
  return Object.assign(
    toLazyConnection(page, (entry) => toNode(entry, scope)),
    { coveredCount: page.coveredCount },
  );
}

export function toLazyConnection<Row, T>(page: CountedPage<Row>, toNode: (row: Row) => T): LazyConnection<T> {
  const edges: Edge<T>[] = page.rows.map(({ row, cursor }) => ({ cursor, node: toNode(row) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.isContinued,
    },
    get totalCount() {
      return page.countAll();
    },
  };
}
