import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { goodPassword, newEmail } from '../../support/accounts.js';
import { ByLocale } from '../by-locale.js';
import { type Access, Session } from '../session.js';
import { Browser } from './browser.js';
import { browsers, origin } from './page-origin.js';
import { type FilmTexts, plainFilms, plainFilm } from './plain-reader.js';

/** What somebody keeps of a film. */
export interface FilmState {
  readonly isOnWatchlist: boolean;
  readonly rating: number | null;
}

export type AuthAnswer = { readonly __typename: string } & Partial<Access>;

/** A client of one language, with its own way of doing what every page of films does. */
export interface CachingClient {
  /** IDs and titles of the list, all pages that were read. */
  films(): Promise<readonly FilmTexts[]>;
  readMoreFilms(): Promise<void>;
  film(id: string): Promise<FilmTexts>;
  state(id: string): Promise<FilmState | null>;
  /** IDs of films, the latest first; null for whoever is signed out. */
  watchlist(): Promise<readonly string[] | null>;
  register(email: string, password: string): Promise<AuthAnswer>;
  logIn(email: string, password: string): Promise<AuthAnswer>;
  /** Asks for as many of the cast as can not be had, and tells what stands and the code of what does not. */
  filmWithTooManyCast(id: string): Promise<{ readonly title: string | null; readonly code: string | undefined }>;
  addToWatchlist(id: string): Promise<void>;
  /** Gives the ratings that were to be seen, one after the other. */
  rate(id: string, value: number): Promise<readonly (number | null)[]>;
}

/** What each client with a normalised cache does alike. */
export function describeCache(
  make: (endpoint: string, locale: string, session: Session) => CachingClient,
  settings: Record<string, string> = {},
): void {
  let api: Api;
  beforeAll(async () => {
    api = await startApi({ ...browsers, ...settings });
  });
  afterAll(() => api.close());

  function open() {
    const browser = new Browser(origin);
    const session = new Session(api.url, browser.fetch);
    const clients = new ByLocale((locale) => make(api.url, locale, session));
    return { browser, session, clients };
  }

  async function openSignedIn() {
    const { browser, session, clients } = open();
    const { accessToken, accessTokenExpiresAt } = await clients.of('en-US').register(newEmail(), goodPassword);
    if (accessToken === undefined || accessTokenExpiresAt === undefined) throw new Error('Registering was refused.');
    session.take({ accessToken, accessTokenExpiresAt });
    clients.forgetAll();
    browser.takeCount();
    return { browser, session, clients };
  }

  describe('pages', () => {
    test('are one list without repeats', async () => {
      const client = open().clients.of('en-US');
      await client.films();
      await client.readMoreFilms();
      await client.readMoreFilms();
      const ids = (await client.films()).map(({ id }) => id);
      expect(ids).toEqual((await plainFilms(api, 'en-US', 60)).map(({ id }) => id));
      expect(new Set(ids).size).toBe(60);
    });
  });

  describe('a cache', () => {
    test('makes no request from the list to a film and back, but the first for the film', async () => {
      const { browser, clients } = open();
      const client = clients.of('en-US');
      const [film] = await client.films();
      expect(browser.takeCount()).toBeGreaterThan(0);
      const first = await client.film(film!.id);
      expect(browser.takeCount()).toBeGreaterThan(0);
      expect((await client.films())[0]).toEqual(film);
      expect(await client.film(film!.id)).toEqual(first);
      expect(browser.takeCount()).toBe(0);
    });

    test('shows no text of another language after a change of it and back, without a request', async () => {
      const { browser, clients } = open();
      const locales = ['en-US', 'pt-BR', 'en-US', 'pt-BR'];
      for (const [turn, locale] of locales.entries()) {
        const client = clients.of(locale);
        const films = await client.films();
        expect(films).toEqual(await plainFilms(api, locale, 20));
        for (const { id } of films.slice(0, 3)) expect(await client.film(id)).toEqual(await plainFilm(api, locale, id));
        expect(browser.takeCount() > 0).toBe(turn < 2);
      }
    });

    test('has other texts for the other language at all', async () => {
      const [english, portuguese] = await Promise.all(['en-US', 'pt-BR'].map((locale) => plainFilms(api, locale, 20)));
      expect(portuguese!.map(({ id }) => id)).toEqual(english!.map(({ id }) => id));
      expect(portuguese).not.toEqual(english);
    });
  });

  test('an answer in part shows what stands, and says why the rest is missing', async () => {
    const client = open().clients.of('en-US');
    const [film] = await client.films();
    expect(await client.filmWithTooManyCast(film!.id)).toEqual({ title: film!.title, code: 'BAD_USER_INPUT' });
  });

  describe('a viewer', () => {
    test('signs up, and keeps the refresh token where no script can read it', async () => {
      const { browser, clients } = open();
      const answer = await clients.of('en-US').register(newEmail(), goodPassword);
      expect(answer).toMatchObject({ __typename: 'AuthSuccess', accessToken: expect.any(String) });
      expect(browser.hasCookie).toBe(true);
      expect(JSON.stringify(answer)).not.toContain('refreshToken');
    });

    test('signs in, and is told as data where the password is wrong', async () => {
      const client = open().clients.of('en-US');
      const email = newEmail();
      await client.register(email, goodPassword);
      expect(await client.logIn(email, goodPassword)).toMatchObject({ __typename: 'AuthSuccess' });
      expect(await client.logIn(email, 'something else')).toMatchObject({ __typename: 'InvalidCredentialsError' });
    });

    test('is told as data that a password is too weak', async () => {
      const answer = await open().clients.of('en-US').register(newEmail(), 'password');
      expect(answer).toMatchObject({ __typename: expect.stringMatching(/^(InvalidInput|PasswordTooWeak)Error$/) });
    });

    test('sees a film on the watchlist once it is put there, without a second request', async () => {
      const { browser, clients } = await openSignedIn();
      const client = clients.of('en-US');
      const [first, second] = await client.films();
      expect(await client.watchlist()).toEqual([]);
      expect(await client.state(first!.id)).toEqual({ isOnWatchlist: false, rating: null });
      await client.state(second!.id);
      browser.takeCount();
      for (const { id } of [first!, second!, second!]) await client.addToWatchlist(id);
      expect(browser.takeCount()).toBe(3);
      expect(await client.state(first!.id)).toEqual({ isOnWatchlist: true, rating: null });
      expect(await client.watchlist()).toEqual([second!.id, first!.id]);
      expect(browser.takeCount()).toBe(0);
    });

    test('sees a rating before the server has it, and after', async () => {
      const { browser, clients } = await openSignedIn();
      const client = clients.of('en-US');
      const [film] = await client.films();
      await client.state(film!.id);
      browser.takeCount();
      expect(await client.rate(film!.id, 8.5)).toEqual([null, 8.5]);
      expect(browser.takeCount()).toBe(1);
      expect(await client.state(film!.id)).toEqual({ isOnWatchlist: false, rating: 8.5 });
      expect(browser.takeCount()).toBe(0);
    });

    test('loses a rating that was shown too early and is refused', async () => {
      const { clients } = await openSignedIn();
      const client = clients.of('en-US');
      const [film] = await client.films();
      await client.state(film!.id);
      expect(await client.rate(film!.id, 11)).toEqual([null, 11, null]);
    });

    test('sees in the other language what changed in this one', async () => {
      const { clients } = await openSignedIn();
      const [film] = await clients.of('pt-BR').films();
      expect(await clients.of('pt-BR').watchlist()).toEqual([]);
      await clients.of('en-US').addToWatchlist(film!.id);
      clients.keepOnly('en-US');
      expect(await clients.of('pt-BR').watchlist()).toEqual([film!.id]);
    });
  });
}
