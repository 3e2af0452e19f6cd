import { ApolloClient, type ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import possible from '../gql/possible-types.js';
import type { Session } from '../session.js';
import { automatic } from './documents.js';

/** One for each language: see ByLocale. */
export function makeApolloClient(
  uri: string,
  locale: string,
  session: Session,
  documents: ApolloLink = automatic,
): ApolloClient {
  const http = new HttpLink({ uri, fetch: session.fetch, headers: { 'accept-language': locale } });
  return new ApolloClient({ link: documents.concat(http), cache: makeCache() });
}

function makeCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: possible.possibleTypes,
    typePolicies: {
      // What tells one list from another; not what is read of it.
      Query: {
        fields: {
          movies: relayStylePagination(['list', 'locale', 'region']),
          discoverMovies: relayStylePagination(['filter', 'sort', 'locale', 'region']),
          searchMovies: relayStylePagination(['query', 'year', 'includeAdult', 'locale', 'region']),
        },
      },
      Movie: { fields: { cast: relayStylePagination(), crew: relayStylePagination(['department', 'job']) } },
      User: { fields: { watchlist: relayStylePagination(['sort', 'filter']) } },
      // These have no ID: two queries that ask for different parts of one add to each other.
      Rating: { merge: true },
      ExternalIds: { merge: true },
      SearchResults: { merge: true },
    },
  });
}
