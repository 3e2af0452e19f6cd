import type { ApolloCache, Reference } from '@apollo/client';
import { forEachCache } from '../api/clients.js';
import { graphql } from '../generated/gql.js';
import type { FilmStateFragment } from '../generated/graphql.js';

/** A connection as `relayStylePagination` keeps it. */
interface KeptConnection {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: Reference }[];
}

interface NewEdge {
  readonly cursor: string;
  readonly node: { readonly id: string; readonly tmdbId: number };
}

const FilmState = graphql(`
  fragment FilmState on MovieViewerState {
    id
    isOnWatchlist
    rating
  }
`);

/** Puts a film first, where newly added ones stand; does nothing where the watchlist was never loaded. */
export function putOnKeptWatchlist(cache: ApolloCache, userId: string, { cursor, node }: NewEdge): void {
  changeKept(cache, userId, (kept, numberOf, reference) => {
    if (kept.edges.some((edge) => numberOf(edge.node) === node.tmdbId)) return kept;
    const first = { __typename: 'WatchlistEntryEdge', cursor, node: reference(node.id) };
    return { ...kept, edges: [first, ...kept.edges], totalCount: kept.totalCount + 1 };
  });
}

export function takeOffKeptWatchlist(cache: ApolloCache, userId: string, tmdbId: number): void {
  changeKept(cache, userId, (kept, numberOf) => {
    const edges = kept.edges.filter((edge) => numberOf(edge.node) !== tmdbId);
    return { ...kept, edges, totalCount: kept.totalCount - (kept.edges.length - edges.length) };
  });
}

/** The caches of the other languages learn what was saved in this one. */
export function keepInStep(changed: ApolloCache, userId: string, state: FilmStateFragment | null | undefined): void {
  if (!state) return;
  forEachCache((cache) => {
    if (cache === changed) return;
    cache.writeFragment({ id: cache.identify({ ...state }), fragment: FilmState, data: state });
    cache.evict({ id: cache.identify({ __typename: 'User', id: userId }), fieldName: 'watchlist' });
  });
}

function changeKept(
  cache: ApolloCache,
  userId: string,
  change: (
    kept: KeptConnection,
    numberOf: (node: Reference) => unknown,
    reference: (id: string) => Reference,
  ) => KeptConnection,
): void {
  cache.modify<{ watchlist: KeptConnection }>({
    id: cache.identify({ __typename: 'User', id: userId }),
    fields: {
      watchlist: (kept, { readField }) =>
        change(
          kept as KeptConnection,
          (node) => readField('tmdbId', node),
          (id) => ({ __ref: cache.identify({ __typename: 'WatchlistEntry', id }) ?? '' }),
        ),
    },
  });
}
