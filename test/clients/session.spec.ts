import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { goodPassword, newEmail } from '../support/accounts.js';
import { type Api, startApi } from '../support/api.js';
import { type Access, Session } from './session.js';
import { Browser } from './support/browser.js';
import { browsers, origin } from './support/page-origin.js';

let api: Api;
beforeAll(async () => {
  api = await startApi(browsers);
});
afterAll(() => api.close());

const viewerQuery = '{ viewer { email } }';
const registration = `mutation ($input: RegisterInput!) {
  register(input: $input) { ... on AuthSuccess { accessToken accessTokenExpiresAt } } }`;

/** A page of somebody who has just registered, with a clock that can be put forward. */
async function openPage() {
  const clock = { now: Date.now() };
  const browser = new Browser(origin);
  const session = new Session(api.url, browser.fetch, () => clock.now);
  const email = newEmail();
  const input = { email, password: goodPassword, tokenDelivery: 'COOKIE' };
  const { data } = await ask<{ register: Access }>(session, registration, { input });
  session.take(data.register);
  browser.takeCount();
  return { clock, browser, session, email, access: data.register };
}

async function ask<Data>(session: Session, query: string, variables?: object): Promise<{ data: Data }> {
  const response = await session.fetch(api.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as { data: Data };
}

describe('a session', () => {
  test('sends the access token, and nothing more while it is good', async () => {
    const { browser, session, email } = await openPage();
    expect(await ask(session, viewerQuery)).toEqual({ data: { viewer: { email } } });
    expect(browser.takeCount()).toBe(1);
  });

  test('gets the next access token before the present one ends', async () => {
    const { clock, browser, session, email, access } = await openPage();
    clock.now = Date.parse(access.accessTokenExpiresAt) - 10_000;
    expect(await ask(session, viewerQuery)).toEqual({ data: { viewer: { email } } });
    const [refresh, question] = browser.sent.slice(-2);
    expect(refresh!.body).toContain('refreshSession');
    expect(refresh!.headers.get('authorization')).toBeNull();
    expect(question!.headers.get('authorization')).not.toBe(`Bearer ${access.accessToken}`);
  });

  test('gets one where the present one is not accepted, and asks again', async () => {
    const { browser, session, email, access } = await openPage();
    session.take({ ...access, accessToken: 'of a server that had another key' });
    expect(await ask(session, viewerQuery)).toEqual({ data: { viewer: { email } } });
    expect(browser.takeCount()).toBe(3);
  });

  test('refreshes once for all questions that wait', async () => {
    const { clock, browser, session, email, access } = await openPage();
    clock.now = Date.parse(access.accessTokenExpiresAt);
    const answers = await Promise.all([1, 2, 3].map(() => ask(session, viewerQuery)));
    expect(answers).toEqual([1, 2, 3].map(() => ({ data: { viewer: { email } } })));
    expect(browser.takeCount()).toBe(4);
  });

  test('is there again after the page is loaded anew, without a password', async () => {
    const { browser, email } = await openPage();
    const reloaded = new Session(api.url, browser.fetch);
    expect(reloaded.isSignedIn).toBe(false);
    await reloaded.refresh();
    expect(reloaded.isSignedIn).toBe(true);
    expect(await ask(reloaded, viewerQuery)).toEqual({ data: { viewer: { email } } });
  });

  test('survives a refresh in two tabs at once', async () => {
    const { browser, email } = await openPage();
    const tabs = [new Session(api.url, browser.fetch), new Session(api.url, browser.fetch)];
    await Promise.all(tabs.map((tab) => tab.refresh()));
    for (const tab of tabs) expect(await ask(tab, viewerQuery)).toEqual({ data: { viewer: { email } } });
  });

  test('is over once it is signed out, and asks as nobody', async () => {
    const { browser, session } = await openPage();
    await ask(session, 'mutation { logout(input: {}) { __typename } }');
    session.take(null);
    await session.refresh();
    expect(session.isSignedIn).toBe(false);
    expect(await ask(session, viewerQuery)).toEqual({ data: { viewer: null } });
    expect(browser.hasCookie).toBe(false);
  });

  test('asks as nobody where the next token is refused', async () => {
    const { session, access } = await openPage();
    await ask(session, 'mutation { logoutEverywhere { __typename } }');
    session.take({ ...access, accessToken: 'of a server that had another key' });
    expect(await ask(session, viewerQuery)).toEqual({ data: { viewer: null } });
  });
});
