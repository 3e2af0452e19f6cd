import type { Client, Exchange } from '@urql/core';
import {
  AddToWatchlistDocument,
  CastDocument,
  FilmDocument,
  LogInDocument,
  RateMovieDocument,
  RegisterDocument,
  WatchlistDocument,
} from '../gql/graphql.js';
import type { Session } from '../session.js';
import type { CachingClient } from '../support/cache-contract.js';
import { automatic } from './documents.js';
import { readFilms, readMoreFilms } from './film-list.js';
import { makeUrqlClient } from './urql-client.js';

/** urql with graphcache, as the contract wants it. */
export function makeCachingUrql(
  endpoint: string,
  locale: string,
  session: Session,
  documents: Exchange = automatic,
): CachingClient {
  const client = makeUrqlClient(endpoint, locale, session, documents);
  return {
    films: async () => {
      const list = await readFilms(client);
      return (list?.edges ?? []).map(({ node: { id, title } }) => ({ id, title }));
    },
    readMoreFilms: () => readMoreFilms(client),
    film: async (id) => {
      const { title, overview, genres } = await readFilm(client, id);
      return { id, title, overview, genres: (genres ?? []).map(({ name }) => name) };
    },
    state: async (id) => {
      const { viewerState } = await readFilm(client, id);
      return viewerState && { isOnWatchlist: viewerState.isOnWatchlist, rating: viewerState.rating };
    },
    watchlist: async () => {
      const { data } = await client.query(WatchlistDocument, { first: 20 }).toPromise();
      return data?.viewer?.watchlist?.edges.map(({ node }) => node.movie?.id ?? '') ?? null;
    },
    register: async (email, password) => {
      const input = { email, password, tokenDelivery: 'COOKIE' as const };
      const { data } = await client.mutation(RegisterDocument, { input }).toPromise();
      return data!.register!;
    },
    logIn: async (email, password) => {
      const { data } = await client.mutation(LogInDocument, { input: { email, password } }).toPromise();
      return data!.login!;
    },
    filmWithTooManyCast: async (id) => {
      const { data, error } = await client.query(CastDocument, { id, first: 1000 }).toPromise();
      return { title: data?.movie?.title ?? null, code: String(error?.graphQLErrors[0]?.extensions['code']) };
    },
    addToWatchlist: async (movieId) => {
      const { data } = await client.mutation(AddToWatchlistDocument, { input: { movieId } }).toPromise();
      const added = data?.addToWatchlist;
      if (added?.__typename !== 'AddToWatchlistSuccess') throw new Error(JSON.stringify(added));
    },
    rate: async (id, value) => {
      const ratings: (number | null)[] = [];
      const watched = client.query(FilmDocument, { id }).subscribe(({ data }) => {
        const rating = data?.movie?.viewerState?.rating;
        if (rating !== undefined && rating !== ratings.at(-1)) ratings.push(rating);
      });
      await client.mutation(RateMovieDocument, { input: { movieId: id, value } }).toPromise();
      watched.unsubscribe();
      return ratings;
    },
  };
}

async function readFilm(client: Client, id: string) {
  const { data } = await client.query(FilmDocument, { id }).toPromise();
  if (!data?.movie) throw new Error(`There is no film ${id}.`);
  return data.movie;
}
