import type { Viewer } from './requests.js';

const password = 'seventeen quiet owls at noon';
const email = 'reader@example.com';
const watched = [1_000_000_001, 1_000_000_002, 1_000_000_003];

const register = `mutation ($input: RegisterInput!) {
  register(input: $input) { ... on AuthSuccess { accessToken } ... on UserError { message } }
}`;
const login = 'mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSuccess { accessToken } } }';
const addToWatchlist = `mutation ($input: AddToWatchlistInput!) { addToWatchlist(input: $input) { __typename } }`;

/** Registers somebody with three films on the watchlist, by the GraphQL endpoint. @throws where that is refused. */
export async function makeViewer(url: string): Promise<Viewer> {
  const { register: result } = await change(url, register, { email, password });
  if (result?.accessToken === undefined) throw new Error(`Nobody was registered: ${JSON.stringify(result)}`);
  const { accessToken } = result;
  for (const tmdbId of watched)
    await change(url, addToWatchlist, { tmdbId }, { authorization: `Bearer ${accessToken}` });
  return { email, password, accessToken, films: watched.length };
}

/** The same viewer with an access token that is new: one lasts for minutes only. @throws where that is refused. */
export async function signInAgain(url: string, viewer: Viewer): Promise<Viewer> {
  const { login: result } = await change(url, login, { email: viewer.email, password: viewer.password });
  if (result?.accessToken === undefined) throw new Error(`Nobody was signed in: ${JSON.stringify(result)}`);
  return { ...viewer, accessToken: result.accessToken };
}

async function change(url: string, query: string, input: object, headers: object = {}): Promise<Changed> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data, errors } = (await response.json()) as { data?: Changed | null; errors?: unknown };
  if (data === undefined || data === null || errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

interface Changed {
  readonly register?: { readonly accessToken?: string };
  readonly login?: { readonly accessToken?: string };
}
