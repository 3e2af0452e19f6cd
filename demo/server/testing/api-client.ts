import type { StandIn } from '../../stand-in.js';

/** A JSON body, loosely typed: a test reads what it asserts. */
// oxlint-disable-next-line typescript/no-explicit-any -- the shape of a body is what the tests are about
export type Body = any;

/** Reads a path of a stand-in, such as `/movie/popular?page=2`, with a token. */
export async function get(standIn: StandIn, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(standIn.apiUrl + path, { headers: { authorization: 'Bearer test', ...headers } });
}

/** The JSON body of a path. */
export async function getBody(standIn: StandIn, path: string): Promise<Body> {
  return (await get(standIn, path)).json();
}

/** The ids of all pages of a list. */
export async function getAllIds(standIn: StandIn, path: string): Promise<number[]> {
  const ids: number[] = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const body = await getBody(standIn, `${path}${path.includes('?') ? '&' : '?'}page=${page}`);
    ids.push(...body.results.map(({ id }: { id: number }) => id));
    pages = body.total_pages;
  }
  return ids;
}
