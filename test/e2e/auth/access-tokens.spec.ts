import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Account, cheapHashing, signUp } from '../../support/accounts.js';
import { type Api, startApi } from '../../support/api.js';
import { forgedTokens } from '../../support/tokens/forged-tokens.js';
import { viewerAccount } from '../queries/account-queries.js';

const present = 'the present key of a test, 32 bytes';
const former = 'the former key of a test, 32 bytes.';
const answerType = 'application/graphql-response+json';

let api: Api;
let account: Account;

beforeAll(async () => {
  api = await startApi({ ...cheapHashing, JWT_SECRET: present, JWT_SECRET_PREVIOUS: former });
  account = await signUp(api);
});

afterAll(() => api.close());

/** The claims of the token that the server gave: forged ones are of the same account and session. */
function credentialsOf({ accessToken }: Account): { userId: string; sessionId: string } {
  const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as {
    sub: string;
    sid: string;
  };
  return { userId: claims.sub, sessionId: claims.sid };
}

const tokens = (): ReturnType<typeof forgedTokens> =>
  forgedTokens({ present, former, now: Math.floor(Date.now() / 1000), credentials: credentialsOf(account) });

/** What fits into a header at all: Node's client sends no control characters, and trims. */
const canBeSent = (token: string): boolean =>
  /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(token) && token.length < 10_000;

/** Those that a second more or less makes good. */
const hangsOnTheSecond = (what: string): boolean => /6 seconds ahead|this second/.test(what);

const send = (authorization: string, accept: string): Promise<Response> =>
  api.fetch({ query: viewerAccount }, { authorization, accept });

describe('Over HTTP', () => {
  test('more than a hundred bad tokens are refused with one answer, by the status that the client reads', async () => {
    const sent = tokens().forged.filter(([what, token]) => canBeSent(token) && !hangsOnTheSecond(what));
    expect(sent.length).toBeGreaterThan(150);
    const answers = new Set<string>();
    for (const [what, token] of sent) {
      const [plain, reading] = await Promise.all([
        send(`Bearer ${token}`, 'application/json'),
        send(`Bearer ${token}`, answerType),
      ]);
      expect([what, plain.status, reading.status]).toEqual([what, 200, 401]);
      expect([what, reading.headers.get('www-authenticate')]).toEqual([what, 'Bearer']);
      for (const answer of [plain, reading]) {
        expect(answer.headers.get('cache-control')).toBe('private, no-store');
        answers.add((await answer.text()).replaceAll(/"requestId":"[^"]+"/g, '"requestId":"…"'));
      }
    }
    expect([...answers]).toHaveLength(1);
    expect(JSON.parse([...answers][0] ?? '')).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  test('the good one that they were made from passes, and so does one by the former key', async () => {
    const [byPresent, byFormer] = [tokens().good, formerToken()];
    for (const token of [byPresent, byFormer, account.accessToken]) {
      const answer = await send(`Bearer ${token}`, answerType);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ data: { viewer: { email: account.email } } });
    }
  });

  test.each(['Basic YTpi', 'Bearer', 'Bearer a b', 'Token x', '', 'bearer'])(
    '"%s" is no credential of ours',
    async (text) => {
      const answer = await send(text, answerType);
      expect(answer.status).toBe(401);
    },
  );

  test('a token that comes twice is refused', async () => {
    const headers = new Headers({ 'content-type': 'application/json', accept: answerType });
    headers.append('authorization', `Bearer ${account.accessToken}`);
    headers.append('authorization', `Bearer ${account.accessToken}`);
    const answer = await fetch(api.url, { method: 'POST', headers, body: JSON.stringify({ query: viewerAccount }) });
    expect(answer.status).toBe(401);
  });

  test('a refresh token and a device token give no access', async () => {
    for (const token of [account.refreshToken, account.deviceToken])
      expect((await send(`Bearer ${token}`, answerType)).status).toBe(401);
  });

  test('a good token of a session that is over reads films, and no account', async () => {
    const over = await signUp(api);
    await over.ask('mutation { logout { __typename } }');
    const films = await over.ask('{ movies(first: 1) { totalCount } }');
    expect(films.errors).toBeUndefined();
    const { data, errors } = await over.ask('{ viewer { email } movies(first: 1) { totalCount } }');
    expect(errors).toMatchObject([{ path: ['viewer'], extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(data).toMatchObject({ viewer: null, movies: films.data.movies });
  });
});

/** As it was made before the keys changed. */
function formerToken(): string {
  const now = Math.floor(Date.now() / 1000);
  return forgedTokens({ present: former, former: present, now, credentials: credentialsOf(account) }).good;
}
