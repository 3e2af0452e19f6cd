import type { Client } from '@urql/core';
import { FilmsDocument, type FilmsQuery } from '../gql/graphql.js';

const firstPage = { list: 'POPULAR', first: 20 } as const;

/** The list, all pages read so far: `relayPagination` gives them together, whichever is asked for. */
export async function readFilms(client: Client): Promise<FilmsQuery['movies']> {
  const { data } = await client.query(FilmsDocument, firstPage).toPromise();
  return data?.movies ?? null;
}

/** Reads the next page. In React it is one more `useQuery` with `after`, or a change of its variables. */
export async function readMoreFilms(client: Client): Promise<void> {
  const { hasNextPage, endCursor } = (await readFilms(client))?.pageInfo ?? {};
  if (hasNextPage) await client.query(FilmsDocument, { ...firstPage, after: endCursor }).toPromise();
}
