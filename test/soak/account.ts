import { accountRequest, cachedRequests, loginRequest, type Viewer } from '../faults/requests.js';
import { inTurn, type Next, ofFaultSuite } from './reads.js';
import { post, type SoakRequest } from './soak-request.js';

const rate = 'mutation ($input: RateMovieInput!) { rateMovie(input: $input) { __typename } }';

/** What somebody signed in asks; `viewer` is whoever that is at the time. */
export function ofViewer(viewer: () => Viewer): Readonly<Record<'shared' | 'account' | 'write' | 'login', Next>> {
  let writes = 0;
  return {
    shared: inTurn(cachedRequests.map((request) => () => ofFaultSuite(request, authorization(viewer())))),
    account: () => ofFaultSuite(accountRequest(viewer())),
    write: () => rating((writes += 1), viewer()),
    login: () => ofFaultSuite(loginRequest(viewer())),
  };
}

/** Twenty films, rated over and over: the library does not grow. */
function rating(number: number, viewer: Viewer): SoakRequest {
  const input = { tmdbId: 1_000_000_001 + (number % 20), value: 0.5 + (number % 20) / 2 };
  const isDone = (data: object): boolean =>
    (data as { rateMovie?: { __typename?: unknown } }).rateMovie?.__typename === 'RateMovieSuccess';
  return post({ query: rate, variables: { input } }, isDone, authorization(viewer));
}

function authorization({ accessToken }: Viewer): { authorization: string } {
  return { authorization: `Bearer ${accessToken}` };
}
