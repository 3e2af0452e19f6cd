import { ConnectionHandler, type Environment, graphql } from 'relay-runtime';
import type { libraryAddMutation } from './__generated__/libraryAddMutation.graphql.js';
import type { libraryRateMutation } from './__generated__/libraryRateMutation.graphql.js';
import { commit } from './commit.js';

export const watchlistQuery = graphql`
  query libraryWatchlistQuery {
    viewer {
      id
      watchlist(first: 20) @connection(key: "library_watchlist") {
        edges {
          node {
            id
            movie {
              id
              title
            }
          }
        }
      }
    }
  }
`;

/** `movie.viewerState` of the answer finds its place by its ID; the new row is put at the head of the list. */
export function addToWatchlist(
  environment: Environment,
  viewerId: string,
  movieId: string,
): Promise<libraryAddMutation['response']> {
  const connections = [ConnectionHandler.getConnectionID(viewerId, 'library_watchlist')];
  return commit<libraryAddMutation>(environment, {
    mutation: graphql`
      mutation libraryAddMutation($input: AddToWatchlistInput!, $connections: [ID!]!) {
        addToWatchlist(input: $input) {
          __typename
          ... on AddToWatchlistSuccess {
            edge @prependEdge(connections: $connections) {
              cursor
              node {
                id
                movie {
                  id
                  title
                }
              }
            }
            movie {
              viewerState {
                id
                isOnWatchlist
                rating
              }
            }
          }
          ... on UserError {
            message
            field
          }
        }
      }
    `,
    variables: { input: { movieId }, connections },
  });
}

/** Shows the rating at once, and takes it back where the server refuses it. */
export function rate(
  environment: Environment,
  movieId: string,
  value: number,
): Promise<libraryRateMutation['response']> {
  return commit<libraryRateMutation>(environment, {
    mutation: graphql`
      mutation libraryRateMutation($input: RateMovieInput!) {
        rateMovie(input: $input) {
          __typename
          ... on RateMovieSuccess {
            movie {
              viewerState {
                id
                isOnWatchlist
                rating
              }
            }
          }
          ... on UserError {
            message
            field
          }
        }
      }
    `,
    variables: { input: { movieId, value } },
    optimisticUpdater: (store) => {
      store.get(movieId)?.getLinkedRecord('viewerState')?.setValue(value, 'rating');
    },
  });
}
