import {
  createOperationDescriptor,
  fetchQuery,
  getRequest,
  type GraphQLTaggedNode,
  type OperationType,
} from 'relay-runtime';
import { act } from 'react';
import type { Session } from '../session.js';
import type { CachingClient, FilmState } from '../support/cache-contract.js';
import type { filmCastQuery as FilmCastQuery } from './__generated__/filmCastQuery.graphql.js';
import type { filmPageQuery as FilmPageQuery } from './__generated__/filmPageQuery.graphql.js';
import type { libraryWatchlistQuery } from './__generated__/libraryWatchlistQuery.graphql.js';
import { logIn, register } from './account.js';
import { codeOf, filmCastQuery } from './film-cast.js';
import { FilmList, filmListQuery } from './film-list.js';
import { FilmPage, filmPageQuery } from './film-page.js';
import { addToWatchlist, rate, watchlistQuery } from './library.js';
import { makeRelayEnvironment } from './relay-environment.js';
import { press, textsOf, whileShown } from './rendered.js';

/** Relay with React, as the contract wants it. */
export function makeCachingRelay(endpoint: string, locale: string, session: Session): CachingClient {
  const environment = makeRelayEnvironment(endpoint, locale, session);
  const read = async <Query extends OperationType>(query: GraphQLTaggedNode, variables: Query['variables']) => {
    // As for something that stays on the screen.
    environment.retain(createOperationDescriptor(getRequest(query), variables));
    return fetchQuery<Query>(environment, query, variables, { fetchPolicy: 'store-or-network' }).toPromise();
  };
  const readWatchlist = async () => (await read<libraryWatchlistQuery>(watchlistQuery, {}))?.viewer ?? null;
  const showFilm = async <Result,>(id: string, look: (page: Element) => Result | Promise<Result>) => {
    await read<FilmPageQuery>(filmPageQuery, { id });
    return whileShown(environment, <FilmPage id={id} />, look);
  };
  return {
    films: async () => {
      await read(filmListQuery, {});
      return whileShown(environment, <FilmList />, (page) =>
        [...page.querySelectorAll('p')].map(({ id, textContent: title }) => ({ id, title })),
      );
    },
    readMoreFilms: async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      await whileShown(environment, <FilmList onPage={resolve} />, (page) => press(page, promise));
    },
    film: (id) =>
      showFilm(id, (page) => ({
        id,
        title: textsOf(page, 'h1').join(''),
        overview: page.querySelector('blockquote')?.textContent ?? null,
        genres: textsOf(page, 'em'),
      })),
    state: (id) => showFilm(id, stateShown),
    watchlist: async () => {
      const viewer = await readWatchlist();
      return viewer?.watchlist?.edges.map(({ node }) => node.movie?.id ?? '') ?? null;
    },
    register: async (email, password) => (await register(environment, email, password)).register!,
    logIn: async (email, password) => (await logIn(environment, email, password)).login!,
    filmWithTooManyCast: async (id) => {
      const movie = (await read<FilmCastQuery>(filmCastQuery, { id, first: 1000 }))?.movie;
      return { title: movie?.title ?? null, code: movie?.cast.ok === false ? codeOf(movie.cast.errors[0]) : undefined };
    },
    addToWatchlist: async (id) => {
      const viewer = await readWatchlist();
      const { addToWatchlist: added } = await addToWatchlist(environment, viewer!.id, id);
      if (added?.__typename !== 'AddToWatchlistSuccess') throw new Error(JSON.stringify(added));
    },
    rate: (id, value) =>
      showFilm(id, async (page) => {
        const before = stateShown(page)!.rating;
        let answer: Promise<unknown> = Promise.resolve();
        act(() => {
          answer = rate(environment, id, value);
        });
        const early = stateShown(page)!.rating;
        await act(() => answer.then(() => undefined));
        const after = stateShown(page)!.rating;
        return after === early ? [before, early] : [before, early, after];
      }),
  };
}

function stateShown(page: Element): FilmState | null {
  const box = page.querySelector('input');
  if (box === null) return null;
  const rating = textsOf(page, 'output').join('');
  return { isOnWatchlist: box.checked, rating: rating === '' ? null : Number(rating) };
}
