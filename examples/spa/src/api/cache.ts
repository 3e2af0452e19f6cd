import { InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import possible from '../generated/possible-types.js';

/** Objects are kept by their global id, lists by what they were asked with, their pages glued together. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: possible.possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          movies: relayStylePagination(['list', 'locale']),
          searchMovies: relayStylePagination(['query', 'locale']),
        },
      },
      User: { fields: { watchlist: relayStylePagination() } },
    },
  });
}
