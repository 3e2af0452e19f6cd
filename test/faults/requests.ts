import { buildCatalogue } from '#demo/catalogue/build-catalogue.js';

/** What readers ask, by what it takes to answer it. */
export type Kind = 'cached' | 'cold' | 'account' | 'login' | 'live';

/** One request, and how to tell whether the data of its answer are what was asked for. */
export interface LoadRequest {
  readonly kind: Kind;
  /** Of HTTP; GET where there is no body. */
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of `data`, or of the whole body where it is no GraphQL. */
  isAnsweredBy(data: unknown): boolean;
}

/** Who signs in and reads. */
export interface Viewer {
  readonly email: string;
  readonly password: string;
  readonly accessToken: string;
  /** How many films are on the watchlist. */
  readonly films: number;
}

const films = buildCatalogue(new Date()).films.filter(({ isAdult, isSoftcore }) => !isAdult && !isSoftcore);
/** Read over and over; the first films are the popular ones. */
const readFilms = films.slice(0, 8);
const otherFilms = films.slice(8);
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'ja', 'ko', 'zh', 'ru', 'pl', 'nl', 'sv', 'da', 'fi', 'nb'];

const film = 'query ($id: Int!) { movie(tmdbId: $id) { title overview directors { name } } }';
const list = 'query ($list: MovieList!) { movies(list: $list, first: 20) { nodes { title releaseDate } } }';
const coldFilm = `query ($id: Int!, $locale: Locale) {
  movie(tmdbId: $id, locale: $locale) { title tagline runtimeMinutes }
}`;
const watchlist = '{ viewer { email watchlist(first: 5) { nodes { tmdbId } } } }';
const login = 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }';

/** Films and lists that are read all the time. */
export const cachedRequests: readonly LoadRequest[] = [
  ...readFilms.map(({ id }) =>
    graphql('cached', film, { id }, (data: FilmData) => Boolean(data.movie?.title) && Boolean(data.movie?.directors)),
  ),
  ...['POPULAR', 'TOP_RATED'].map((name) =>
    graphql('cached', list, { list: name }, (data: ListData) => data.movies?.nodes.length === 20),
  ),
];

/** A film in a language in which nobody has read it: the same for the same number, another for each other one. */
export function coldRequest(number: number): LoadRequest {
  const id = otherFilms[number % otherFilms.length]?.id;
  const locale = languages[Math.floor(number / otherFilms.length) % languages.length];
  return graphql('cold', coldFilm, { id, locale }, (data: FilmData) => Boolean(data.movie?.title));
}

/** A viewer's own watchlist. */
export function accountRequest({ email, accessToken, films: count }: Viewer): LoadRequest {
  const isTheirs = ({ viewer }: ViewerData): boolean =>
    viewer?.email === email && viewer.watchlist?.nodes.length === count;
  return graphql('account', watchlist, {}, isTheirs, { authorization: `Bearer ${accessToken}` });
}

/** Somebody who signs in with the right password. */
export function loginRequest({ email, password }: Viewer): LoadRequest {
  const isSignedIn = (data: LoginData): boolean => data.login?.__typename === 'AuthSuccess';
  return graphql('login', login, { input: { email, password } }, isSignedIn);
}

/** What the platform asks to see whether the process has to be replaced. */
export const liveRequest: LoadRequest = {
  kind: 'live',
  path: '/health/live',
  isAnsweredBy: (body) => (body as { status?: unknown }).status === 'live',
};

function graphql<Data>(
  kind: Kind,
  query: string,
  variables: object,
  isAnsweredBy: (data: Data) => boolean,
  headers: Readonly<Record<string, string>> = {},
): LoadRequest {
  return {
    kind,
    path: '/graphql',
    body: JSON.stringify({ query, variables }),
    headers: { 'content-type': 'application/json', ...headers },
    isAnsweredBy: (data) => data !== null && data !== undefined && isAnsweredBy(data as Data),
  };
}

interface FilmData {
  readonly movie?: { readonly title?: string | null; readonly directors?: readonly object[] | null } | null;
}

interface ListData {
  readonly movies?: { readonly nodes: readonly object[] } | null;
}

interface ViewerData {
  readonly viewer?: {
    readonly email: string;
    readonly watchlist?: { readonly nodes: readonly object[] } | null;
  } | null;
}

interface LoginData {
  readonly login?: { readonly __typename: string } | null;
}
