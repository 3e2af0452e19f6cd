import { randomInt } from 'node:crypto';
import type { AppConfig } from '../config/app-config.js';

/** An operation to begin with; it runs as it stands. */
export interface ExampleOperation {
  readonly name: string;
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly access?: 'GIVES_TOKEN' | 'NEEDS_TOKEN';
}

/** "Seven Samurai", which both catalogues have. */
const exampleTmdbId: Readonly<Record<AppConfig['catalogue'], number>> = { LIVE: 346, DEMO: 1_000_000_076 };

const popularFilms = `# The films that are watched now. Change it as you like: Ctrl-Space shows what there is.
query PopularFilms {
  movies(list: POPULAR, first: 10) {
    totalCount
    nodes {
      title
      releaseDate
      rating { average voteCount }
      directors { name }
      poster { url }
    }
  }
}
`;

const aFilmInFull = `# All that a film's page shows, in one request.
query FilmInFull($tmdbId: Int!) {
  movie(tmdbId: $tmdbId) {
    title
    originalTitle
    tagline
    overview
    runtimeMinutes
    rating { average voteCount }
    genres { name }
    poster { url(size: MEDIUM) }
    cast(first: 5) { edges { character node { name portrait { url } } } }
    crew(department: DIRECTING) { edges { jobs node { name } } }
    trailer { name url }
    watchProviders(region: "US") { subscription { name } rent { name } attribution }
    recommendations(first: 5) { nodes { title } }
  }
}
`;

const search = `# Films, people and collections for one text.
query Search($text: String!) {
  search(query: $text) {
    movies(first: 5) { nodes { title releaseDate } }
    people(first: 5) { nodes { name knownFor { title } } }
  }
}
`;

const discover = `# What fits: well-rated films of two hours at most, since 2000, best first.
query Discover($filter: MovieFilterInput!) {
  discoverMovies(filter: $filter, sort: VOTE_AVERAGE_DESC, first: 10) {
    totalCount
    nodes { title releaseDate runtimeMinutes rating { average } }
  }
}
`;

const authSuccess = `... on AuthSuccess { accessToken accessTokenExpiresAt user { email } }
    ... on UserError { message field }`;

const signUp = `# Makes an account. Its token goes with the operations of the last two tabs.
mutation SignUp($input: RegisterInput!) {
  register(input: $input) {
    ${authSuccess}
  }
}
`;

const signIn = `# For an account that there is. Its token goes with the operations of the next two tabs.
mutation SignIn($input: LoginInput!) {
  login(input: $input) {
    ${authSuccess}
  }
}
`;

const keepAFilm = `# Sign up or in first.
mutation KeepFilm($tmdbId: Int!) {
  addToWatchlist(input: { tmdbId: $tmdbId }) {
    ... on AddToWatchlistSuccess { movie { title viewerState { isOnWatchlist } } }
    ... on UserError { message }
  }
}
`;

const myWatchlist = `# Sign up or in first; null for whoever is signed out.
query MyWatchlist {
  viewer {
    watchlist(first: 20) {
      totalCount
      nodes { addedAt movie { title poster { url } viewerState { rating } } }
    }
  }
}
`;

/** What the explorers open with, the simplest first. Who signs up is somebody else each time that this is asked. */
export function exampleOperations(catalogue: AppConfig['catalogue']): [ExampleOperation, ...ExampleOperation[]] {
  const tmdbId = exampleTmdbId[catalogue];
  const credentials = { email: `ana-${randomInt(1e9)}@example.com`, password: 'seventeen quiet owls at noon' };
  return [
    { name: 'Popular films', document: popularFilms },
    { name: 'A film in full', document: aFilmInFull, variables: { tmdbId } },
    { name: 'Search', document: search, variables: { text: 'kurosawa' } },
    {
      name: 'Discover',
      document: discover,
      variables: {
        filter: { primaryReleaseDate: { gte: '2000-01-01' }, runtimeMinutes: { lte: 120 } },
      },
    },
    { name: 'Sign up', document: signUp, variables: { input: credentials }, access: 'GIVES_TOKEN' },
    { name: 'Sign in', document: signIn, variables: { input: credentials }, access: 'GIVES_TOKEN' },
    { name: 'Keep a film', document: keepAFilm, variables: { tmdbId }, access: 'NEEDS_TOKEN' },
    { name: 'My watchlist', document: myWatchlist, access: 'NEEDS_TOKEN' },
  ];
}
