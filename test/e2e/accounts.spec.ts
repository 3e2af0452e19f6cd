import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { goodPassword, newEmail, signIn, signUp } from '../support/accounts.js';
import { type Api, startApi } from '../support/api.js';
import { type MailSink, startMailSink } from '../support/mail-sink.js';
import {
  changeEmail,
  changePassword,
  deleteAccount,
  login,
  logout,
  logoutEverywhere,
  refreshSession,
  register,
  requestPasswordReset,
  resetPassword,
  revokeSession,
  updateProfile,
  viewerAccount,
} from './queries/account-queries.js';

const betterPassword = 'eleven loud herons after dusk';

let api: Api;
let sink: MailSink;

beforeAll(async () => {
  sink = await startMailSink();
  api = await startApi({ SMTP_URL: sink.url, ARGON2_MEMORY_KIB: '8192', ARGON2_TIME_COST: '1' });
});

afterAll(async () => {
  await api.close();
  await sink.close();
});

describe('register', () => {
  test('makes an account and signs it in', async () => {
    const email = newEmail();
    const { data } = await api.ask(register, { input: { email: ` ${email.toUpperCase()} `, password: goodPassword } });
    expect(data.register).toMatchObject({ __typename: 'AuthSuccess', user: { email } });
    const viewer = await api.ask(viewerAccount, {}, { authorization: `Bearer ${data.register.accessToken}` });
    expect(viewer.data.viewer).toMatchObject({ email, isEmailVerified: false, sessions: [{ isCurrent: true }] });
  });

  test('says all that is wrong at once', async () => {
    const { data } = await api.ask(register, { input: { email: 'no address', password: 'short' } });
    expect(data.register).toMatchObject({
      __typename: 'InvalidInputError',
      issues: [
        { field: ['input', 'email'], code: 'INVALID' },
        { field: ['input', 'password'], code: 'TOO_SHORT' },
      ],
    });
  });

  test('refuses a weak password with an error of its own', async () => {
    const { data } = await api.ask(register, { input: { email: newEmail(), password: 'passwordpassword' } });
    expect(data.register).toMatchObject({ __typename: 'PasswordTooWeakError', field: ['input', 'password'] });
  });

  test('makes one account of twenty registrations of one address at once', async () => {
    const input = { email: newEmail(), password: goodPassword };
    const answers = await Promise.all(Array.from({ length: 20 }, () => api.ask(register, { input })));
    const names = answers.map(({ data }) => data.register.__typename as string).toSorted();
    expect(names).toEqual(['AuthSuccess', ...Array.from({ length: 19 }, () => 'EmailTakenError')]);
  });
});

describe('login', () => {
  test('answers alike for a wrong password and an unknown address', async () => {
    const { email } = await signUp(api);
    const wrong = await api.ask(login, { input: { email, password: 'wrong' } });
    const unknown = await api.ask(login, { input: { email: newEmail(), password: 'wrong' } });
    expect(wrong.data.login.__typename).toBe('InvalidCredentialsError');
    expect(unknown.data).toEqual(wrong.data);
  });

  test('tries ten guesses of a request with more, and a known device all the same', async () => {
    const { email, password, deviceToken } = await signUp(api);
    const guesses = Array.from({ length: 14 }, (_, index) => `g${index}: login(input: $input) { __typename }`);
    const query = `mutation ($input: LoginInput!) { ${guesses.join(' ')} }`;
    const { data } = await api.ask(query, { input: { email, password: 'wrong' } });
    const names = Object.values(data as Record<string, { __typename: string }>).map(({ __typename }) => __typename);
    expect(names.filter((name) => name === 'InvalidCredentialsError')).toHaveLength(10);
    expect(names.filter((name) => name === 'TooManyAttemptsError')).toHaveLength(4);
    const stranger = await api.ask(login, { input: { email, password } });
    expect(stranger.data.login).toMatchObject({ __typename: 'TooManyAttemptsError' });
    const owner = await api.ask(login, { input: { email, password, deviceToken } });
    expect(owner.data.login.__typename).toBe('AuthSuccess');
  });
});

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
});

describe('Ending sessions', () => {
  const isOut = async (headers: Record<string, string>): Promise<boolean> =>
    (await api.ask('{ viewer { email } }', {}, headers)).errors?.[0]?.extensions['code'] === 'UNAUTHENTICATED';

  test('logout ends this one, once', async () => {
    const { headers } = await signUp(api);
    expect((await api.ask(logout, { input: {} }, headers)).data.logout).toEqual({ endedSession: true });
    expect(await isOut(headers)).toBe(true);
    expect((await api.ask(logout, { input: {} }, headers)).data.logout).toEqual({ endedSession: false });
  });

  test('logoutEverywhere ends all, and films are answered all the same', async () => {
    const account = await signUp(api);
    const other = await signIn(api, account);
    const answer = await account.ask(logoutEverywhere);
    expect(answer.data.logoutEverywhere).toEqual({ endedSessions: 2 });
    expect(await isOut(other.headers)).toBe(true);
    expect((await other.ask('{ movies(first: 1) { totalCount } }')).errors).toBeUndefined();
  });

  test('revokeSession ends another of the viewer, and nobody else can', async () => {
    const account = await signUp(api);
    const other = await signIn(api, account);
    const stranger = await signUp(api);
    const { data } = await other.ask(viewerAccount);
    const sessionId = data.viewer.sessions.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent).id as string;
    const input = { sessionId };
    expect((await stranger.ask(revokeSession, { input })).data.revokeSession.deletedId).toBeNull();
    expect((await stranger.ask('query ($id: ID!) { node(id: $id) { id } }', { id: sessionId })).data.node).toBeNull();
    expect((await account.ask(revokeSession, { input })).data.revokeSession.deletedId).toBe(sessionId);
    expect(await isOut(other.headers)).toBe(true);
    const wrong = await account.ask(revokeSession, { input: { sessionId: 'x' } });
    expect(wrong.data.revokeSession.__typename).toBe('InvalidInputError');
  });
});

describe('The account', () => {
  test('changePassword ends all sessions and begins one', async () => {
    const account = await signUp(api);
    const input = { currentPassword: account.password, newPassword: betterPassword };
    const { data } = await account.ask(changePassword, { input });
    expect(data.changePassword.__typename).toBe('AuthSuccess');
    expect((await account.ask('{ viewer { email } }')).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    await signIn(api, { email: account.email, password: betterPassword });
    const wrong = await api.ask(login, { input: { email: account.email, password: account.password } });
    expect(wrong.data.login.__typename).toBe('InvalidCredentialsError');
  });

  test('changeEmail asks the password and refuses an address that is taken', async () => {
    const [account, other] = [await signUp(api), await signUp(api)];
    const { password } = account;
    const taken = await account.ask(changeEmail, { input: { email: other.email, password } });
    expect(taken.data.changeEmail.__typename).toBe('EmailTakenError');
    const wrong = await account.ask(changeEmail, { input: { email: newEmail(), password: 'wrong' } });
    expect(wrong.data.changeEmail.__typename).toBe('InvalidCredentialsError');
    const email = newEmail();
    const changed = await account.ask(changeEmail, { input: { email, password } });
    expect(changed.data.changeEmail).toMatchObject({ __typename: 'AccountChanged', user: { email } });
  });

  test('updateProfile changes what is given and says all that is wrong', async () => {
    const account = await signUp(api);
    const wrong = { displayName: ' ', defaultLocale: '??', defaultRegion: 'Brazil' };
    const refused = await account.ask(updateProfile, { input: wrong });
    expect(refused.data.updateProfile.issues).toHaveLength(3);
    await account.ask(updateProfile, { input: { displayName: ' Ana ', defaultLocale: 'pt-br', defaultRegion: 'br' } });
    const { data } = await account.ask(updateProfile, { input: { defaultRegion: null } });
    expect(data.updateProfile.user).toEqual({ displayName: 'Ana', defaultLocale: 'pt-BR', defaultRegion: null });
  });

  test('deleteAccount asks the password and removes all', async () => {
    const account = await signUp(api);
    const wrong = await account.ask(deleteAccount, { input: { password: 'wrong' } });
    expect(wrong.data.deleteAccount.__typename).toBe('InvalidCredentialsError');
    const { data } = await account.ask(deleteAccount, { input: { password: account.password } });
    expect(data.deleteAccount).toEqual({ __typename: 'DeleteAccountSuccess', deletedUserId: account.userId });
    expect((await account.ask('{ viewer { email } }')).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});

describe('A forgotten password', () => {
  test('is set anew by the token of the mail, once', async () => {
    const { email } = await signUp(api);
    const asked = await api.ask(requestPasswordReset, { input: { email } });
    const unknown = await api.ask(requestPasswordReset, { input: { email: newEmail() } });
    expect(unknown.data).toEqual(asked.data);
    const mail = await sink.nextMail();
    const token = /#token=([\w-]+)/.exec(mail.text)?.[1];
    const weak = await api.ask(resetPassword, { input: { token, newPassword: 'short' } });
    expect(weak.data.resetPassword.__typename).toBe('InvalidInputError');
    const input = { token, newPassword: betterPassword };
    expect((await api.ask(resetPassword, { input })).data.resetPassword.__typename).toBe('ResetPasswordSuccess');
    expect((await api.ask(resetPassword, { input })).data.resetPassword.__typename).toBe('InvalidTokenError');
    await signIn(api, { email, password: betterPassword });
  });
});

describe('Whoever is not signed in', () => {
  test('has no viewer, and no error either', async () => {
    expect(await api.ask('{ viewer { email } }')).toEqual({ data: { viewer: null } });
  });

  test('is refused what needs a viewer', async () => {
    const { data, errors } = await api.ask(logoutEverywhere);
    expect(data).toEqual({ logoutEverywhere: null });
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  test('gets no answer with a bad token, and a status where the client reads it', async () => {
    const body = { query: '{ __typename }' };
    const authorization = 'Bearer a.b.c';
    const plain = await api.fetch(body, { authorization });
    const reading = await api.fetch(body, { authorization, accept: 'application/graphql-response+json' });
    expect([plain.status, reading.status]).toEqual([200, 401]);
    expect(reading.headers.get('cache-control')).toBe('private, no-store');
    const { errors } = (await reading.json()) as { errors: { extensions: object }[] };
    expect(errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
