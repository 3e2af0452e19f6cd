import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cheapHashing, goodPassword, newEmail, signUp } from '../../support/accounts.js';
import { type Answer, type Api, startApi } from '../../support/api.js';
import { askPostgres } from '../../support/ask-postgres.js';
import { countStatements } from '../../support/statement-count.js';
import { type MailSink, startMailSink } from '../../support/mail-sink.js';
import { createDatabase, type TestDatabase } from '../../support/postgres.js';
import {
  changeEmail,
  deleteAccount,
  register,
  requestEmailVerification,
  updateProfile,
  verifyEmail,
  viewerAccount,
} from '../queries/account-queries.js';

let api: Api;
let sink: MailSink;
let database: TestDatabase;

beforeAll(async () => {
  sink = await startMailSink();
  database = await createDatabase();
  api = await startApi({ SMTP_URL: sink.url, DATABASE_URL: database.url, ...cheapHashing });
});

afterAll(async () => {
  await api.close();
  await sink.close();
  await database.drop();
});

describe('The account', () => {
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

  test('updateProfile of two at once keeps what each gave', async () => {
    const account = await signUp(api);
    await Promise.all([
      account.ask(updateProfile, { input: { displayName: 'Ana' } }),
      account.ask(updateProfile, { input: { defaultLocale: 'pt-BR' } }),
      account.ask(updateProfile, { input: { defaultRegion: 'BR' } }),
    ]);
    const { data } = await account.ask(updateProfile, { input: {} });
    expect(data.updateProfile.user).toEqual({ displayName: 'Ana', defaultLocale: 'pt-BR', defaultRegion: 'BR' });
  });

  test('changeEmail tries ten addresses an hour', async () => {
    const account = await signUp(api);
    const names: string[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      const { data } = await account.ask(changeEmail, { input: { email: newEmail(), password: account.password } });
      names.push(data.changeEmail.__typename);
    }
    expect(names.filter((name) => name === 'AccountChanged')).toHaveLength(10);
    expect(names.slice(10)).toEqual(['TooManyAttemptsError', 'TooManyAttemptsError']);
  });

  test('deleteAccount asks the password and removes all', async () => {
    const account = await signUp(api);
    const wrong = await account.ask(deleteAccount, { input: { password: 'wrong' } });
    expect(wrong.data.deleteAccount.__typename).toBe('InvalidCredentialsError');
    const { data } = await account.ask(deleteAccount, { input: { password: account.password } });
    expect(data.deleteAccount).toEqual({ __typename: 'DeleteAccountSuccess', deletedUserId: account.userId });
    expect((await account.ask('{ viewer { email } }')).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  test('deleteAccount takes the refresh cookie back', async () => {
    const input = { email: newEmail(), password: goodPassword, tokenDelivery: 'COOKIE' };
    const registered = await api.fetch({ query: register, variables: { input } });
    const cookie = registered.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const { data } = (await registered.json()) as Answer;
    const headers = { cookie, authorization: `Bearer ${data.register.accessToken}` };
    const deleted = await api.fetch(
      { query: deleteAccount, variables: { input: { password: goodPassword } } },
      headers,
    );
    expect(deleted.headers.get('set-cookie')).toMatch(/^watchme_refresh=; Max-Age=0/);
  });

  test('deleteAccount removes a large history in batches, none of which takes long', async () => {
    const account = await signUp(api);
    await fillHistory(account.email, 26_000);
    const statements = countStatements();
    const { data } = await account.ask(deleteAccount, { input: { password: account.password } });
    statements.stop();
    expect(data.deleteAccount.__typename).toBe('DeleteAccountSuccess');
    // 10,000 are left to the last transaction.
    expect(statements.take().filter((text) => /delete from "viewings"/.test(text))).toHaveLength(4);
    await signUp(api, account.email);
  });
});

describe('The address of an account', () => {
  test('is verified by the link of the mail that registering sends, once, whoever is signed in', async () => {
    const [account, stranger] = [await signUp(api), await signUp(api)];
    const input = { token: await verificationToken(account.email) };
    expect((await stranger.ask(verifyEmail, { input })).data.verifyEmail).toEqual({
      __typename: 'VerifyEmailSuccess',
      user: null,
    });
    expect((await api.ask(verifyEmail, { input })).data.verifyEmail.__typename).toBe('InvalidTokenError');
    expect((await account.ask(viewerAccount)).data.viewer.isEmailVerified).toBe(true);
    expect((await stranger.ask(viewerAccount)).data.viewer.isEmailVerified).toBe(false);
  });

  test('can be verified by a link that is asked for later', async () => {
    const account = await signUp(api);
    await verificationToken(account.email);
    const asked = await account.ask(requestEmailVerification);
    expect(asked.data.requestEmailVerification.user).toEqual({ email: account.email, isEmailVerified: false });
    const input = { token: await verificationToken(account.email, 2) };
    const { data } = await account.ask(verifyEmail, { input });
    expect(data.verifyEmail.user).toEqual({ email: account.email, isEmailVerified: true });
  });

  test('is told of its change, and the new one has to be verified', async () => {
    const account = await signUp(api);
    await account.ask(verifyEmail, { input: { token: await verificationToken(account.email) } });
    const email = newEmail();
    await account.ask(changeEmail, { input: { email, password: account.password } });
    const token = await verificationToken(email);
    const notice = sink.mails.findLast(({ to }) => to === account.email);
    expect(notice?.subject).toBe('Your address for WatchMe was changed');
    expect(notice?.text).not.toContain(email);
    expect((await account.ask(viewerAccount)).data.viewer).toMatchObject({ email, isEmailVerified: false });
    await account.ask(verifyEmail, { input: { token } });
    expect((await account.ask(viewerAccount)).data.viewer.isEmailVerified).toBe(true);
  });
});

/** The token of the newest mail to an address, once there are so many. */
async function verificationToken(email: string, count = 1): Promise<string> {
  for (;;) {
    const texts = sink.mails.filter(({ to }) => to === email).map(({ text }) => text);
    const tokens = texts.flatMap((text) => /verify-email#token=([\w-]+)/.exec(text)?.[1] ?? []);
    if (tokens.length >= count) return tokens.at(-1) ?? '';
    await sink.nextMail();
  }
}

async function fillHistory(email: string, count: number): Promise<void> {
  await askPostgres(
    database.url,
    `insert into viewings (id, user_id, tmdb_id, watched_at)
     select gen_random_uuid(), users.id, n, now() from users, generate_series(1, ?::int) as n where email = ?`,
    [count, email],
  );
}
