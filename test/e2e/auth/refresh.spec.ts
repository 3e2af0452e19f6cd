import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cheapHashing, goodPassword, newEmail, signUp } from '../../support/accounts.js';
import { type Api, startApi } from '../../support/api.js';
import { logout, refreshSession, register } from '../queries/account-queries.js';

let api: Api;

beforeAll(async () => {
  api = await startApi({ ...cheapHashing, CORS_ORIGINS: 'https://app.example' });
});

afterAll(() => api.close());

describe('refreshSession', () => {
  test('gives new tokens, and the same again for an answer that was lost', async () => {
    const { refreshToken } = await signUp(api);
    const input = { refreshToken };
    const first = await api.ask(refreshSession, { input });
    const again = await api.ask(refreshSession, { input });
    expect(first.data.refreshSession.__typename).toBe('AuthSuccess');
    expect(again.data.refreshSession.refreshToken).toBe(first.data.refreshSession.refreshToken);
  });

  test('ends the session when a token comes again that was used up before', async () => {
    const { refreshToken, headers } = await signUp(api);
    const first = await api.ask(refreshSession, { input: { refreshToken } });
    const next = first.data.refreshSession.refreshToken as string;
    await api.ask(refreshSession, { input: { refreshToken: next } });
    const reused = await api.ask(refreshSession, { input: { refreshToken } });
    expect(reused.data.refreshSession.__typename).toBe('SessionExpiredError');
    const viewer = await api.ask('{ viewer { email } }', {}, headers);
    expect(viewer.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  test('goes on by the cookie, from our own origin alone', async () => {
    const input = { email: newEmail(), password: goodPassword, tokenDelivery: 'COOKIE' };
    const registered = await api.fetch({ query: register, variables: { input } });
    const cookie = registered.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/Secure/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\/graphql/);
    const sent = { cookie: cookie.split(';', 1)[0] ?? '' };
    const { origin } = new URL(api.url);
    const own = await api.ask(refreshSession, { input: {} }, { ...sent, origin });
    expect(own.data.refreshSession).toMatchObject({ __typename: 'AuthSuccess', refreshToken: null });
    const other = await api.ask(refreshSession, { input: {} }, { ...sent, origin: 'https://elsewhere.example' });
    expect(other.errors?.[0]?.extensions['code']).toBe('ORIGIN_NOT_ALLOWED');
  });

  test('goes on by the cookie from listed origins, and from no page that does not say where it is from', async () => {
    const sent = { cookie: await cookieOf(newEmail()) };
    const listed = await api.ask(refreshSession, { input: {} }, { ...sent, origin: 'https://app.example' });
    expect(listed.data.refreshSession.__typename).toBe('AuthSuccess');
    const silent = await api.ask(refreshSession, { input: {} }, sent);
    expect(silent.errors?.[0]?.extensions['code']).toBe('ORIGIN_NOT_ALLOWED');
  });

  test('sends the next token as a cookie and never in the payload; logout takes the cookie back', async () => {
    const cookie = await cookieOf(newEmail());
    const { origin } = new URL(api.url);
    const refreshed = await api.fetch({ query: refreshSession, variables: { input: {} } }, { cookie, origin });
    const next = refreshed.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    expect(next).toMatch(/^watchme_refresh=[\w-]{64}$/);
    expect(next).not.toBe(cookie);
    const out = await api.fetch({ query: logout, variables: { input: {} } }, { cookie: next, origin });
    expect(out.headers.get('set-cookie')).toMatch(/^watchme_refresh=; Max-Age=0/);
    expect(await out.json()).toMatchObject({ data: { logout: { endedSession: true } } });
    const over = await api.ask(refreshSession, { input: {} }, { cookie: next, origin });
    expect(over.data.refreshSession.__typename).toBe('SessionExpiredError');
  });

  test('lets listed origins send the cookie, and tells browsers so for ten minutes', async () => {
    const preflight = (origin: string): Promise<Response> =>
      fetch(api.url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
    const listed = await preflight('https://app.example');
    expect(listed.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(listed.headers.get('access-control-allow-credentials')).toBe('true');
    expect(listed.headers.get('access-control-max-age')).toBe('600');
    expect((await preflight('https://elsewhere.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

async function cookieOf(email: string): Promise<string> {
  const input = { email, password: goodPassword, tokenDelivery: 'COOKIE' };
  const answer = await api.fetch({ query: register, variables: { input } });
  return answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
}
