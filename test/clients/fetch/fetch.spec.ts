import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { GraphQLClient } from 'graphql-request';
import { goodPassword, newEmail } from '../../support/accounts.js';
import { type Api, startApi } from '../../support/api.js';
import {
  AddToWatchlistDocument,
  CastDocument,
  FilmDocument,
  FilmsDocument,
  LogInDocument,
  RateMovieDocument,
  RegisterDocument,
  WatchlistDocument,
} from '../gql/graphql.js';
import { Session } from '../session.js';
import { Browser } from '../support/browser.js';
import { browsers, origin } from '../support/page-origin.js';
import { plainFilms } from '../support/plain-reader.js';
import { ask, type Asker } from './ask.js';
import { allFilms } from './film-list.js';

let api: Api;
beforeAll(async () => {
  api = await startApi(browsers);
});
afterAll(() => api.close());

function open() {
  const session = new Session(api.url, new Browser(origin).fetch);
  const asker = (locale = 'en-US'): Asker => ({ endpoint: api.url, locale, fetch: session.fetch });
  return { session, asker };
}

const ids = (films: readonly { id: string }[]) => films.map(({ id }) => id);

describe('plain fetch', () => {
  test('reads page after page as one list without repeats', async () => {
    const films = await allFilms(open().asker(), 45);
    expect(ids(films)).toEqual(ids(await plainFilms(api, 'en-US', 45)));
    expect(new Set(ids(films)).size).toBe(45);
  });

  test.each(['en-US', 'pt-BR'])('reads a film in %s, with each scalar as its type says', async (locale) => {
    const { asker } = open();
    const [{ id, title } = { id: '', title: '' }] = await plainFilms(api, locale, 1);
    const { data } = await ask(asker(locale), FilmDocument, { id });
    expect(data?.movie).toMatchObject({ title, releaseDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(Number.isSafeInteger(data?.movie?.revenue)).toBe(true);
  });

  test('signs up and in, keeps a film and rates it', async () => {
    const { session, asker } = open();
    const input = { email: newEmail(), password: goodPassword, tokenDelivery: 'COOKIE' as const };
    const registered = (await ask(asker(), RegisterDocument, { input })).data?.register;
    expect(registered?.__typename).toBe('AuthSuccess');
    const answer = (await ask(asker(), LogInDocument, { input })).data?.login;
    if (answer?.__typename !== 'AuthSuccess') throw new Error(JSON.stringify(answer));
    session.take(answer);
    const [{ id: movieId } = { id: '' }] = await plainFilms(api, 'en-US', 1);
    await ask(asker(), AddToWatchlistDocument, { input: { movieId } });
    const { data } = await ask(asker(), RateMovieDocument, { input: { movieId, value: 8.5 } });
    expect(data?.rateMovie).toMatchObject({ movie: { viewerState: { isOnWatchlist: true, rating: 8.5 } } });
    const { viewer } = (await ask(asker(), WatchlistDocument, {})).data ?? {};
    expect(viewer?.watchlist?.edges.map(({ node }) => node.movie?.id)).toEqual([movieId]);
  });

  test('takes an answer in part, with a code for what is missing', async () => {
    const [{ id, title } = { id: '', title: '' }] = await plainFilms(api, 'en-US', 1);
    const { data, errors } = await ask(open().asker(), CastDocument, { id, first: 1000 });
    expect(data).toMatchObject({ movie: { title, cast: null } });
    expect(errors).toMatchObject([{ path: ['movie', 'cast'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('takes an answer that is no GraphQL for a fault on the way', async () => {
    const busy: typeof fetch = () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    const asking = ask({ endpoint: api.url, locale: 'en-US', fetch: busy }, FilmsDocument, {});
    await expect(asking).rejects.toThrow('502');
  });
});

describe('graphql-request', () => {
  function makeClient(locale: string, errorPolicy: 'none' | 'all' = 'none'): GraphQLClient {
    const headers = { 'accept-language': locale };
    return new GraphQLClient(api.url, { fetch: open().session.fetch, headers, errorPolicy });
  }

  test.each(['en-US', 'pt-BR'])('reads the list in %s', async (locale) => {
    const { movies } = await makeClient(locale).request(FilmsDocument, { list: 'POPULAR', first: 20 });
    const films = movies?.edges.map(({ node: { id, title } }) => ({ id, title }));
    expect(films).toEqual(await plainFilms(api, locale, 20));
  });

  test('throws what came of an answer in part, unless it is told to give both', async () => {
    const [{ id, title } = { id: '', title: '' }] = await plainFilms(api, 'en-US', 1);
    const variables = { id, first: 1000 };
    await expect(makeClient('en-US').request(CastDocument, variables)).rejects.toMatchObject({
      response: { data: { movie: { title } }, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
    const { data, errors } = await makeClient('en-US', 'all').rawRequest(print(CastDocument), variables);
    expect(data).toMatchObject({ movie: { title, cast: null } });
    expect(errors).toHaveLength(1);
  });
});
