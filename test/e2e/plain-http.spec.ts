import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { signUp } from '../support/accounts.js';
import { type Api, startApi } from '../support/api.js';

const https = { 'x-forwarded-proto': 'https' };
const http = { 'x-forwarded-proto': 'http' };
const film = { query: '{ movie(tmdbId: 1000000001) { title } }' };
const login = `mutation { login(input: { email: "ana@example.com", password: "seventeen quiet owls at noon" }) {
  ... on AuthSuccess { accessToken } ... on UserError { message }
} }`;

let api: Api;
beforeAll(async () => {
  api = await startApi({ TRUSTED_PROXIES: '1' });
});
afterAll(() => api.close());

async function withAnother(env: Record<string, string>, ask: (other: Api) => Promise<void>): Promise<void> {
  const other = await startApi(env, api.standIn);
  try {
    await ask(other);
  } finally {
    await other.close();
  }
}

describe('A client that the balancer says came by plain HTTP', () => {
  test('is answered films', async () => {
    const { data, errors } = await api.ask(film.query, {}, http);
    expect([data.movie.title, errors]).toEqual([expect.any(String), undefined]);
  });

  test.each(['login', 'register', 'refreshSession', 'logout', 'rateMovie'])(
    'is refused %s, as all mutations',
    async (mutation) => {
      const inputs: Record<string, string> = {
        refreshSession: '(input: { refreshToken: "x" })',
        logout: '',
        rateMovie: '(input: { tmdbId: 1000000001, value: 5 })',
      };
      const input = inputs[mutation] ?? '(input: { email: "ana@example.com", password: "seventeen quiet owls" })';
      const { data, errors } = await api.ask(`mutation { ${mutation}${input} { __typename } }`, {}, http);
      expect([data, errors?.[0]?.extensions['code']]).toEqual([{ [mutation]: null }, 'HTTPS_REQUIRED']);
    },
  );

  test('is refused with a token, whatever it asks and whether the answer is kept', async () => {
    const viewer = await signUp(api);
    await api.fetch(film, https);
    const response = await api.fetch(film, { ...http, ...viewer.headers });
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect([response.status, errors[0]?.extensions.code]).toEqual([403, 'HTTPS_REQUIRED']);
    expect((await api.ask(film.query, {}, { ...https, ...viewer.headers })).errors).toBeUndefined();
  });

  test('is signed in where ALLOW_PLAIN_HTTP says so', () =>
    withAnother({ TRUSTED_PROXIES: '1', ALLOW_PLAIN_HTTP: 'on' }, async (lenient) => {
      expect((await lenient.ask(login, {}, http)).errors).toBeUndefined();
    }));

  test('is believed where no proxy is trusted, since anyone can write the header', () =>
    withAnother({}, async (direct) => {
      expect((await direct.ask(login, {}, http)).errors).toBeUndefined();
      expect((await direct.fetch(film, https)).headers.get('strict-transport-security')).toBeNull();
    }));
});

describe('Strict-Transport-Security', () => {
  const policy = 'max-age=63072000; includeSubDomains';

  test.each([
    ['a first answer and those that are kept', film],
    ['a refusal', '{'],
  ])('is on %s by HTTPS, and on none by HTTP', async (_, body) => {
    const origin = { origin: 'https://app.example' };
    const ways = [https, http, https, {}, { ...https, ...origin }, { ...http, ...origin }];
    const policies: (string | null)[] = [];
    for (const headers of ways) {
      policies.push((await api.fetch(body, headers)).headers.get('strict-transport-security'));
    }
    expect(policies).toEqual([policy, null, policy, null, policy, null]);
  });

  test('is on what is not GraphQL too', async () => {
    const { headers } = await fetch(new URL('/health/ready', api.url), { headers: https });
    expect(headers.get('strict-transport-security')).toBe(policy);
  });
});
