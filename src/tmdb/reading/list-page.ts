import type { MaybePromise } from '../../platform/request/maybe-promise.js';
import type { PagedList, SourcePage } from '../../platform/graphql/connections/paged-list.js';

/** TMDb serves lists in pages of 20, and refuses to go past the 500th whatever total it gives. */
export const pageSize = 20;
export const lastPage = 500;

/** A page as TMDb sends it. */
export interface WirePage<Row> {
  readonly results: readonly Row[];
  readonly total_pages: number | null;
  readonly total_results: number | null;
}

/** A page with its rows mapped, as it is cached. */
export function pageOf<Wire, Row>(wire: WirePage<Wire>, map: (row: Wire) => Row): SourcePage<Row> {
  return {
    rows: wire.results.map(map),
    totalPages: wire.total_pages ?? 1,
    totalRows: wire.total_results ?? wire.results.length,
  };
}

/** A list of TMDb's as connections read it. */
export function tmdbList<Row extends { readonly tmdbId: number }>(
  read: (page: number) => MaybePromise<SourcePage<Row>>,
  keeps: (row: NoInfer<Row>) => boolean = () => true,
): PagedList<Row> {
  return { pageSize, lastPage, read, keeps, idOf: (row) => row.tmdbId };
}
