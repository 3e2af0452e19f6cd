import { Client, type Exchange, fetchExchange } from '@urql/core';
import { type Cache, cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import schema from '../gql/introspection.js';
import { type AddToWatchlistMutation, WatchlistDocument } from '../gql/graphql.js';
import type { Session } from '../session.js';
import { automatic } from './documents.js';

/** One for each language: see ByLocale. */
export function makeUrqlClient(url: string, locale: string, session: Session, documents: Exchange = automatic): Client {
  return new Client({
    url,
    fetch: session.fetch,
    // The second lets a query by GET through, which has no content type.
    fetchOptions: { headers: { 'accept-language': locale, 'apollo-require-preflight': '1' } },
    exchanges: [makeCache(), documents, fetchExchange],
  });
}

function makeCache() {
  return cacheExchange({
    schema,
    // What has no ID is a part of what it is in.
    keys: Object.fromEntries(withoutId.map((type) => [type, () => null])),
    resolvers: {
      Query: { movies: relayPagination(), discoverMovies: relayPagination(), searchMovies: relayPagination() },
      Movie: { cast: relayPagination(), crew: relayPagination() },
      User: { watchlist: relayPagination() },
    },
    updates: {
      Mutation: {
        addToWatchlist: (answer, _variables, cache) => putOnWatchlist(answer as AddToWatchlistMutation, cache),
      },
    },
    optimistic: {
      rateMovie: ({ input }, cache) => rated(input as { movieId: string; value: number }, cache),
    },
  });
}

const withoutId = schema.__schema.types.flatMap((type) =>
  type.kind === 'OBJECT' && !type.fields.some(({ name }) => name === 'id') ? [type.name] : [],
);

/** `movie.viewerState` of the answer finds its place by its ID; the new row has to be told where it goes. */
function putOnWatchlist({ addToWatchlist: added }: AddToWatchlistMutation, cache: Cache): void {
  if (added?.__typename !== 'AddToWatchlistSuccess') return;
  cache.updateQuery({ query: WatchlistDocument, variables: { first: 20 } }, (held) => {
    const list = held?.viewer?.watchlist;
    if (!held?.viewer || !list) return held;
    const others = list.edges.filter(({ node }) => node.id !== added.edge.node.id);
    return { ...held, viewer: { ...held.viewer, watchlist: { ...list, edges: [added.edge, ...others] } } };
  });
}

/** What rating will answer; it is taken back where the server answers otherwise. */
function rated({ movieId, value }: { movieId: string; value: number }, cache: Cache) {
  const state = cache.resolve({ __typename: 'Movie', id: movieId }, 'viewerState') as string | null;
  if (!state) return null;
  const [id, isOnWatchlist] = ['id', 'isOnWatchlist'].map((field) => cache.resolve(state, field));
  const viewerState = { __typename: 'MovieViewerState', id, isOnWatchlist, rating: value };
  return { __typename: 'RateMovieSuccess', movie: { __typename: 'Movie', id: movieId, viewerState } };
}
