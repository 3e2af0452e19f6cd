import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cheapHashing, newEmail, signIn, signUp } from '../../support/accounts.js';
import { type Api, startApi } from '../../support/api.js';
import { type MailSink, startMailSink } from '../../support/mail-sink.js';
import type { ReceivedMail } from '../../support/read-mail.js';
import {
  changeEmail,
  changePassword,
  login,
  requestPasswordReset,
  resetPassword,
  verifyEmail,
  viewerAccount,
} from '../queries/account-queries.js';

const betterPassword = 'eleven loud herons after dusk';

let api: Api;
let sink: MailSink;

beforeAll(async () => {
  sink = await startMailSink();
  api = await startApi({ SMTP_URL: sink.url, PUBLIC_APP_URL: 'https://app.example', ...cheapHashing });
});

afterAll(async () => {
  await api.close();
  await sink.close();
});

describe('changePassword', () => {
  test('ends all sessions and begins one', async () => {
    const account = await signUp(api);
    const input = { currentPassword: account.password, newPassword: betterPassword };
    const { data } = await account.ask(changePassword, { input });
    expect(data.changePassword.__typename).toBe('AuthSuccess');
    expect((await account.ask('{ viewer { email } }')).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    await signIn(api, { email: account.email, password: betterPassword });
    const wrong = await api.ask(login, { input: { email: account.email, password: account.password } });
    expect(wrong.data.login.__typename).toBe('InvalidCredentialsError');
  });

  test('tells the owner by mail, at an address that was verified', async () => {
    const [account, unverified] = [await signUp(api), await signUp(api)];
    const [mail] = await mailsTo(account.email, 1);
    const token = /verify-email#token=([\w-]+)/.exec(mail?.text ?? '')?.[1];
    await api.ask(verifyEmail, { input: { token } });
    const input = { currentPassword: account.password, newPassword: betterPassword };
    await mailsTo(unverified.email, 1);
    await unverified.ask(changePassword, { input });
    await account.ask(changePassword, { input });
    const [, notice] = await mailsTo(account.email, 2);
    expect(notice?.subject).toBe('Your password for WatchMe was changed');
    expect(sink.mails.filter(({ to }) => to === unverified.email)).toHaveLength(1);
  });

  test('of two at once under the same password changes it once', async () => {
    const account = await signUp(api);
    const both = await Promise.all(
      ['eleven loud herons after dusk', 'twelve shy otters before dawn'].map((newPassword) =>
        account.ask(changePassword, { input: { currentPassword: account.password, newPassword } }),
      ),
    );
    const names = both.map(({ data, errors }) => data?.changePassword?.__typename ?? errors?.[0]?.extensions['code']);
    expect(names.filter((name) => name === 'AuthSuccess')).toHaveLength(1);
  });
});

describe('A forgotten password', () => {
  test('is set anew by the token of the mail, once', async () => {
    const { email, headers } = await signUp(api);
    const asked = await api.ask(requestPasswordReset, { input: { email } });
    const unknown = await api.ask(requestPasswordReset, { input: { email: newEmail() } });
    expect(unknown.data).toEqual(asked.data);
    const token = await resetToken(email);
    const weak = await api.ask(resetPassword, { input: { token, newPassword: 'short' } });
    expect(weak.data.resetPassword.__typename).toBe('InvalidInputError');
    const input = { token, newPassword: betterPassword };
    expect((await api.ask(resetPassword, { input })).data.resetPassword.__typename).toBe('ResetPasswordSuccess');
    expect((await api.ask(resetPassword, { input })).data.resetPassword.__typename).toBe('InvalidTokenError');
    expect((await api.ask(viewerAccount, {}, headers)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    const back = await signIn(api, { email, password: betterPassword });
    const { data } = await back.ask(viewerAccount);
    expect(data.viewer.isEmailVerified).toBe(true);
  });

  test('may not be made of the address of the account', async () => {
    const email = `marmalade.${newEmail()}`;
    await signUp(api, email);
    await api.ask(requestPasswordReset, { input: { email } });
    const input = { token: await resetToken(email), newPassword: `${email}1` };
    expect((await api.ask(resetPassword, { input })).data.resetPassword.__typename).toBe('PasswordTooWeakError');
  });

  test('gets its link from the configuration, whatever host a request names', async () => {
    const { email } = await signUp(api);
    const forged = {
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
      origin: 'https://evil.example',
    };
    await api.ask(requestPasswordReset, { input: { email } }, forged);
    const mail = (await mailsTo(email, 2)).find(({ subject }) => subject.includes('new password'));
    expect(mail?.text).toContain('https://app.example/reset-password#token=');
    expect(mail?.text).not.toContain('evil');
  });

  test('is asked for in vain where its account has another address by then', async () => {
    const account = await signUp(api);
    await api.ask(requestPasswordReset, { input: { email: account.email } });
    const token = await resetToken(account.email);
    await account.ask(changeEmail, { input: { email: newEmail(), password: account.password } });
    const { data } = await api.ask(resetPassword, { input: { token, newPassword: betterPassword } });
    expect(data.resetPassword.__typename).toBe('InvalidTokenError');
  });
});

async function resetToken(email: string): Promise<string> {
  const mails = await mailsTo(email, 2);
  const token = mails.map(({ text }) => /reset-password#token=([\w-]+)/.exec(text)?.[1]).find((it) => it !== undefined);
  return token ?? 'none came';
}

/** All mails to an address, once there are so many. */
async function mailsTo(email: string, count: number): Promise<ReceivedMail[]> {
  for (;;) {
    const mails = sink.mails.filter(({ to }) => to === email);
    if (mails.length >= count) return mails;
    await sink.nextMail();
  }
}
