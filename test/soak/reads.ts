import { cachedRequests, coldRequest, liveRequest, type LoadRequest } from '../faults/requests.js';
import { judge } from '../faults/judge.js';
import { type Data, judgeData, post, preflight, searchOf, type SoakRequest } from './soak-request.js';

/** The next request of a kind. */
export type Next = () => SoakRequest;

export const lists = ['POPULAR', 'TOP_RATED', 'NOW_PLAYING', 'UPCOMING'] as const;
export const pageQuery = `query ($list: MovieList!) {
  movies(list: $list, first: 20) { nodes { title releaseDate rating { average } } }
}`;

/** Whether data hold a page of films. */
export function hasPage({ movies }: Data): boolean {
  const { nodes = [] } = (movies ?? {}) as { nodes?: readonly { title?: unknown }[] };
  return nodes.length > 0 && nodes.every(({ title }) => typeof title === 'string');
}

/** Films and lists, asked alike each time. */
export function hits(headers: Readonly<Record<string, string>> = {}): Next {
  return inTurn(cachedRequests.map((request) => () => ofFaultSuite(request, headers)));
}

/** With a variable that the query does not declare: no two requests are one. */
export function executed(): Next {
  let number = 0;
  return inTurn(
    lists.map((list) => () => post({ query: pageQuery, variables: { list, number: (number += 1) } }, hasPage)),
  );
}

/** By text, in the address. */
export function gets(): Next {
  return inTurn(lists.map((list) => () => get(list, preflight)));
}

export function cold(): Next {
  let number = 0;
  return () => ofFaultSuite(coldRequest((number += 1)));
}

export function live(): Next {
  return () => ofFaultSuite(liveRequest);
}

/** A GET of a page. */
export function get(list: string, headers: Readonly<Record<string, string>>): SoakRequest {
  return {
    path: searchOf({ query: pageQuery, variables: JSON.stringify({ list }) }),
    headers,
    judge: (answer, secrets) => judgeData(answer, secrets, hasPage),
  };
}

/** One after the other, round and round. @throws where there is none. */
export function inTurn(makers: readonly Next[]): Next {
  let turn = 0;
  return () => {
    const make = makers[turn++ % makers.length];
    if (make === undefined) throw new Error('There is nothing to ask.');
    return make();
  };
}

/** A request of the fault suite as one of the long run. */
export function ofFaultSuite(request: LoadRequest, headers: Readonly<Record<string, string>> = {}): SoakRequest {
  const { path, body } = request;
  return {
    path,
    ...(body !== undefined && { body }),
    headers: { ...request.headers, ...headers },
    judge: (answer, secrets) => judge(request, answer, secrets),
  };
}
