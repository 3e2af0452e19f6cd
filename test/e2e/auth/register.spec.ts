import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cheapHashing, goodPassword, newEmail, signUp } from '../../support/accounts.js';
import { type Api, startApi } from '../../support/api.js';
import { register, viewerAccount } from '../queries/account-queries.js';

let api: Api;

beforeAll(async () => {
  api = await startApi(cheapHashing);
});

afterAll(() => api.close());

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

  test('is refused to a client that asks too often, whatever came of it, before a password is judged', async () => {
    const strict = await startApi({ ...cheapHashing, REGISTRATIONS_PER_HOUR: '2' });
    try {
      await strict.ask(register, { input: { email: 'no address', password: 'short' } });
      await signUp(strict);
      const { data } = await strict.ask(register, { input: { email: newEmail(), password: 'passwordpassword' } });
      expect(data.register).toMatchObject({ __typename: 'TooManyAttemptsError', field: null });
      expect(data.register.retryAfterSeconds).toBeGreaterThan(3000);
    } finally {
      await strict.close();
    }
  });
});
