import type { ApolloClient } from '@apollo/client';
import { FilmsDocument } from '../gql/graphql.js';

/** What `client.query`, `client.watchQuery` and, with the variables apart, `useQuery` take. */
export const filmList = { query: FilmsDocument, variables: { list: 'POPULAR', first: 20 } } as const;

/** Reads the next page, which `relayStylePagination` puts behind the others; whoever watches the list is told. */
export async function readMoreFilms(client: ApolloClient): Promise<void> {
  const { data } = await client.query(filmList);
  const { hasNextPage, endCursor } = data?.movies?.pageInfo ?? {};
  if (hasNextPage) await client.watchQuery(filmList).fetchMore({ variables: { after: endCursor } });
}
