import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { getRequest } from 'relay-runtime';
import { goodPassword, newEmail } from '../../support/accounts.js';
import { type Api, startApi } from '../../support/api.js';
import * as apolloDocuments from '../apollo/documents.js';
import { makeCachingApollo } from '../apollo/caching-apollo.js';
import { askByHash } from '../fetch/ask.js';
import {
  AddToWatchlistDocument,
  FilmsDocument,
  LogInDocument,
  RefreshSessionDocument,
  RegisterDocument,
  WatchlistDocument,
} from '../gql/graphql.js';
import { refreshMutation } from '../relay/account.js';
import { makeCachingRelay } from '../relay/caching-relay.js';
import { Session } from '../session.js';
import { Browser } from '../support/browser.js';
import type { CachingClient } from '../support/cache-contract.js';
import { browsers, origin } from '../support/page-origin.js';
import * as urqlDocuments from '../urql/documents.js';
import { makeCachingUrql } from '../urql/caching-urql.js';

let api: Api;

function serveOnly(documents: string): void {
  beforeAll(async () => {
    const TRUSTED_DOCUMENTS = join(import.meta.dirname, documents);
    api = await startApi({ ...browsers, TRUSTED_DOCUMENTS, TRUSTED_DOCUMENTS_MODE: 'require' });
  });
  afterAll(() => api.close());

  test('refuses a document that is not among them', async () => {
    const { errors } = await api.ask('{ movies(list: POPULAR) { nodes { title } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }]);
  });
}

function open(documentId: string | undefined) {
  const browser = new Browser(origin);
  const session = new Session(api.url, browser.fetch, Date.now, { documentId });
  return { browser, session };
}

function expectNoText({ sent }: Browser): void {
  expect(sent.length).toBeGreaterThan(0);
  const texts = sent.map(({ url, body }) => url.searchParams.get('query') ?? JSON.parse(body || '{}').query);
  expect(texts.filter((text) => text !== undefined)).toEqual([]);
}

/** All that pages of films do, and no text is sent. */
async function visit(
  make: (endpoint: string, locale: string, session: Session) => CachingClient,
  refreshId: string | undefined,
): Promise<void> {
  const { browser, session } = open(refreshId);
  const visitor = make(api.url, 'en-US', session);
  await visitor.films();
  await visitor.readMoreFilms();
  expect(new Set((await visitor.films()).map(({ id }) => id)).size).toBe(40);

  const email = newEmail();
  const { accessToken = '', accessTokenExpiresAt = '' } = await visitor.register(email, goodPassword);
  expect(await visitor.logIn(email, goodPassword)).toMatchObject({ __typename: 'AuthSuccess' });
  session.take({ accessToken, accessTokenExpiresAt });
  await session.refresh();
  expect(session.isSignedIn).toBe(true);

  const viewer = make(api.url, 'en-US', session);
  const [{ id } = { id: '' }] = await viewer.films();
  expect(await viewer.watchlist()).toEqual([]);
  expect(await viewer.state(id)).toEqual({ isOnWatchlist: false, rating: null });
  await viewer.addToWatchlist(id);
  expect(await viewer.rate(id, 8.5)).toEqual([null, 8.5]);
  browser.takeCount();
  expect(await viewer.watchlist()).toEqual([id]);
  expect(await viewer.state(id)).toEqual({ isOnWatchlist: true, rating: 8.5 });
  expect(browser.takeCount()).toBe(0);
  expectNoText(browser);
}

describe('a server that runs nothing but the documents that graphql-codegen wrote', () => {
  serveOnly('../gql/persisted-documents.json');
  const { documentId } = (RefreshSessionDocument as { __meta__?: { documentId: string } }).__meta__ ?? {};

  test('answers plain fetch by the hash', async () => {
    const { browser, session } = open(documentId);
    const asker = { endpoint: api.url, locale: 'en-US', fetch: session.fetch };
    const list = { list: 'POPULAR', first: 20 } as const;
    const first = (await askByHash(asker, FilmsDocument, list)).data?.movies;
    const second = (await askByHash(asker, FilmsDocument, { ...list, after: first?.pageInfo.endCursor })).data?.movies;
    const ids = [first, second].flatMap((page) => page?.edges.map(({ node }) => node.id) ?? []);
    expect(new Set(ids).size).toBe(40);

    const input = { email: newEmail(), password: goodPassword, tokenDelivery: 'COOKIE' as const };
    await askByHash(asker, RegisterDocument, { input });
    const answer = (await askByHash(asker, LogInDocument, { input })).data?.login;
    if (answer?.__typename !== 'AuthSuccess') throw new Error(JSON.stringify(answer));
    session.take(answer);
    await session.refresh();
    await askByHash(asker, AddToWatchlistDocument, { input: { movieId: ids[0] } });
    const { viewer } = (await askByHash(asker, WatchlistDocument, {})).data ?? {};
    expect(viewer?.watchlist?.edges.map(({ node }) => node.movie?.id)).toEqual([ids[0]]);
    expectNoText(browser);
  });

  test('answers Apollo Client by the hash', () =>
    visit((...page) => makeCachingApollo(...page, apolloDocuments.trusted), documentId));

  test('answers urql by the hash', () =>
    visit((...page) => makeCachingUrql(...page, urqlDocuments.trusted), documentId));
});

describe('a server that runs nothing but the documents that relay-compiler wrote', () => {
  serveOnly('../relay/trusted-documents.json');

  test('answers Relay by the hash', () => visit(makeCachingRelay, getRequest(refreshMutation).params.id ?? undefined));
});
