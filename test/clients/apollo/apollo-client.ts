import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import possible from '../gql/possible-types.js';
import type { Session } from '../session.js';

/** One for each language: see ByLocale. */
export function makeApolloClient(uri: string, locale: string, session: Session): ApolloClient {
  const http = new HttpLink({ uri, fetch: session.fetch, headers: { 'accept-language': locale } });
  const byHash = new PersistedQueryLink({ sha256, useGETForHashedQueries: true });
  // A mutation is never held on the way, so that its hash would only cost a request more.
  const isQuery = ({ operationType }: ApolloLink.Operation) => operationType === OperationTypeNode.QUERY;
  return new ApolloClient({ link: ApolloLink.split(isQuery, byHash.concat(http), http), cache: makeCache() });
}

function makeCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: possible.possibleTypes,
    typePolicies: {
      // What tells one list from another; not what is read of it.
      Query: {
        fields: {
          movies: relayStylePagination(['list', 'region']),
          discoverMovies: relayStylePagination(['filter', 'sort', 'region']),
          searchMovies: relayStylePagination(['query', 'year', 'includeAdult', 'region']),
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

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
