import { type ApolloLink, CombinedGraphQLErrors } from '@apollo/client';
import { CastDocument, FilmDocument, LogInDocument, RegisterDocument, WatchlistDocument } from '../gql/graphql.js';
import type { Session } from '../session.js';
import type { CachingClient } from '../support/cache-contract.js';
import { makeApolloClient } from './apollo-client.js';
import { automatic } from './documents.js';
import { filmList, readMoreFilms } from './film-list.js';
import { addToWatchlist, rate } from './library.js';

/** Apollo Client, as the contract wants it. */
export function makeCachingApollo(
  endpoint: string,
  locale: string,
  session: Session,
  documents: ApolloLink = automatic,
): CachingClient {
  const client = makeApolloClient(endpoint, locale, session, documents);
  const readFilm = async (id: string) => {
    const { data } = await client.query({ query: FilmDocument, variables: { id } });
    if (!data?.movie) throw new Error(`There is no film ${id}.`);
    return data.movie;
  };
  return {
    films: async () => {
      const { data } = await client.query(filmList);
      return (data?.movies?.edges ?? []).map(({ node: { id, title } }) => ({ id, title }));
    },
    readMoreFilms: () => readMoreFilms(client),
    film: async (id) => {
      const { title, overview, genres } = await readFilm(id);
      return { id, title, overview, genres: (genres ?? []).map(({ name }) => name) };
    },
    state: async (id) => {
      const { viewerState } = await readFilm(id);
      return viewerState && { isOnWatchlist: viewerState.isOnWatchlist, rating: viewerState.rating };
    },
    watchlist: async () => {
      const { data } = await client.query({ query: WatchlistDocument, variables: { first: 20 } });
      return data?.viewer?.watchlist?.edges.map(({ node }) => node.movie?.id ?? '') ?? null;
    },
    register: async (email, password) => {
      const input = { email, password, tokenDelivery: 'COOKIE' as const };
      const { data } = await client.mutate({ mutation: RegisterDocument, variables: { input } });
      return data!.register!;
    },
    logIn: async (email, password) => {
      const { data } = await client.mutate({ mutation: LogInDocument, variables: { input: { email, password } } });
      return data!.login!;
    },
    filmWithTooManyCast: async (id) => {
      const { data, error } = await client.query({
        query: CastDocument,
        variables: { id, first: 1000 },
        errorPolicy: 'all',
      });
      const [problem] = CombinedGraphQLErrors.is(error) ? error.errors : [];
      return { title: data?.movie?.title ?? null, code: String(problem?.extensions?.['code']) };
    },
    addToWatchlist: async (id) => {
      const added = await addToWatchlist(client, id);
      if (added?.__typename !== 'AddToWatchlistSuccess') throw new Error(JSON.stringify(added));
    },
    rate: async (id, value) => {
      const ratings: (number | null)[] = [];
      const watched = client.watchQuery({ query: FilmDocument, variables: { id } }).subscribe(({ data }) => {
        const rating = data?.movie?.viewerState?.rating;
        if (rating !== undefined && rating !== ratings.at(-1)) ratings.push(rating);
      });
      const { viewerState } = await readFilm(id);
      await rate(client, { id, viewerState: viewerState! }, value);
      watched.unsubscribe();
      return ratings;
    },
  };
}
