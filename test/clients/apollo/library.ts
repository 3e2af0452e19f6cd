import type { ApolloClient } from '@apollo/client';
import {
  AddToWatchlistDocument,
  type AddToWatchlistMutation,
  RateMovieDocument,
  type RateMovieMutation,
  WatchlistDocument,
} from '../gql/graphql.js';

/** `movie.viewerState` of the answer finds its place by its ID; the new row has to be told where it goes. */
export async function addToWatchlist(
  client: ApolloClient,
  movieId: string,
): Promise<AddToWatchlistMutation['addToWatchlist'] | undefined> {
  const { data } = await client.mutate({
    mutation: AddToWatchlistDocument,
    variables: { input: { movieId } },
    update(cache, { data: answer }) {
      const added = answer?.addToWatchlist;
      if (added?.__typename !== 'AddToWatchlistSuccess') return;
      cache.updateQuery({ query: WatchlistDocument, variables: { first: 20 } }, (held) => {
        const list = held?.viewer?.watchlist;
        if (!held?.viewer || !list) return undefined;
        // Adding twice is no error, and answers the row that is there.
        const others = list.edges.filter(({ node }) => node.id !== added.edge.node.id);
        const watchlist = { ...list, edges: [{ ...added.edge, __typename: 'WatchlistEntryEdge' as const }, ...others] };
        return { ...held, viewer: { ...held.viewer, watchlist } };
      });
    },
  });
  return data?.addToWatchlist;
}

/** Shows the rating at once, and takes it back where the server refuses it. */
export async function rate(
  client: ApolloClient,
  film: { readonly id: string; readonly viewerState: { readonly id: string; readonly isOnWatchlist: boolean } },
  value: number,
): Promise<RateMovieMutation['rateMovie'] | undefined> {
  const { data } = await client.mutate({
    mutation: RateMovieDocument,
    variables: { input: { movieId: film.id, value } },
    optimisticResponse: {
      __typename: 'Mutation',
      rateMovie: {
        __typename: 'RateMovieSuccess',
        movie: {
          __typename: 'Movie',
          id: film.id,
          viewerState: { ...film.viewerState, __typename: 'MovieViewerState', rating: value },
        },
      },
    },
  });
  return data?.rateMovie;
}
