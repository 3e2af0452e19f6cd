import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cheapHashing, newEmail, signIn, signUp } from '../../support/accounts.js';
import { type Api, startApi } from '../../support/api.js';
import { askPostgres } from '../../support/ask-postgres.js';
import { createDatabase } from '../../support/postgres.js';
import { login } from '../queries/account-queries.js';

let api: Api;

beforeAll(async () => {
  api = await startApi({ ...cheapHashing, TRUSTED_PROXIES: '1' });
});

afterAll(() => api.close());

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

  test('counts guesses at an address without an account as well', async () => {
    const email = newEmail();
    const guesses = Array.from({ length: 12 }, (_, index) => `g${index}: login(input: $input) { __typename }`);
    const { data } = await api.ask(`mutation ($input: LoginInput!) { ${guesses.join(' ')} }`, {
      input: { email, password: 'wrong' },
    });
    expect(JSON.stringify(data).match(/TooManyAttemptsError/g)).toHaveLength(2);
  });

  test('bounds the guesses of one client at all accounts, and believes only the address that our proxy wrote', async () => {
    const from = (address: string): { 'x-forwarded-for': string } => ({ 'x-forwarded-for': address });
    const guess = async (address: string): Promise<string> => {
      const answer = await api.ask(login, { input: { email: newEmail(), password: 'wrong' } }, from(address));
      return answer.data.login.__typename as string;
    };
    for (let tries = 0; tries < 30; tries += 1)
      expect(await guess(`192.0.2.${tries}, 203.0.113.9`)).toBe('InvalidCredentialsError');
    expect(await guess('192.0.2.200, 203.0.113.9')).toBe('TooManyAttemptsError');
    expect(await guess('203.0.113.9, 192.0.2.77')).toBe('InvalidCredentialsError');
  });

  test('of an account of one’s own does not wipe out the guesses at those of others', async () => {
    const client = { 'x-forwarded-for': '203.0.113.10' };
    const { email, password } = await signUp(api);
    const names: string[] = [];
    for (let tries = 0; tries < 34; tries += 1) {
      await api.ask(login, { input: { email, password } }, client);
      const wrong = await api.ask(login, { input: { email: newEmail(), password: 'wrong' } }, client);
      names.push(wrong.data.login.__typename);
    }
    expect(names.filter((name) => name === 'InvalidCredentialsError')).toHaveLength(30);
    expect(names.at(-1)).toBe('TooManyAttemptsError');
  });

  test('hashes anew what was hashed with less effort, and the password goes on', async () => {
    const database = await createDatabase();
    const weaker = await startApi({ ...cheapHashing, DATABASE_URL: database.url });
    const account = await signUp(weaker);
    await weaker.close();
    const stronger = await startApi({ ARGON2_MEMORY_KIB: '9216', ARGON2_TIME_COST: '2', DATABASE_URL: database.url });
    const before = await hashOf(database.url);
    await signIn(stronger, account);
    const after = await hashOf(database.url);
    await signIn(stronger, account);
    await stronger.close();
    expect([before, after].map((hash) => /m=(\d+)/.exec(hash)?.[1])).toEqual(['8192', '9216']);
    expect(await hashOf(database.url)).toBe(after);
    await database.drop();
  });
});

async function hashOf(url: string): Promise<string> {
  const [row] = await askPostgres<{ password_hash: string }>(url, 'select password_hash from users');
  return row?.password_hash ?? '';
}
