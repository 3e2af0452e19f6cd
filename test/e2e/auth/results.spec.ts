import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, getNamedType, isUnionType } from 'graphql';
import { readFileSync } from 'node:fs';
import { type Account, cheapHashing, goodPassword, newEmail, signUp } from '../../support/accounts.js';
import { type Answer, type Api, startApi } from '../../support/api.js';
import { type MailSink, startMailSink } from '../../support/mail-sink.js';
import * as queries from '../queries/account-queries.js';

const otherPassword = 'eleven loud herons after dusk';
const weakPassword = 'passwordpassword';

let api: Api;
/** Lets no password wait to be hashed. */
let busy: Api;
let withoutMail: Api;
let sink: MailSink;

beforeAll(async () => {
  sink = await startMailSink();
  api = fromEverywhere(await startApi({ SMTP_URL: sink.url, TRUSTED_PROXIES: '1', ...cheapHashing }));
  busy = await startApi({ SMTP_URL: sink.url, ...cheapHashing, HASHING_QUEUE_MAX: '0' });
  withoutMail = await startApi(cheapHashing);
});

afterAll(async () => {
  await api.close();
  await busy.close();
  await withoutMail.close();
  await sink.close();
});

/** Each request comes from another client, whose limits are its own. */
function fromEverywhere(served: Api): Api {
  let clients = 0;
  const nextClient = (): string => `198.51.${(clients += 1) >> 8}.${clients & 255}`;
  return {
    ...served,
    ask: (query, variables, headers) => served.ask(query, variables, { 'x-forwarded-for': nextClient(), ...headers }),
  };
}

/** Asks often enough for one to be over a limit, and gives that one's result. */
async function overTheLimit(ask: () => Promise<Answer>): Promise<Answer> {
  const answers = await Promise.all(Array.from({ length: 40 }, ask));
  const refused = answers.find(({ data }) => JSON.stringify(data).includes('TooManyAttemptsError'));
  return refused ?? { data: null };
}

/** The token of the next mail to an address. */
async function mailedTo(email: string, page: string): Promise<string> {
  for (;;) {
    const mail = await sink.nextMail();
    const token = new RegExp(`/${page}#token=([\\w-]+)`).exec(mail.text)?.[1];
    if (mail.to === email && token !== undefined) return token;
  }
}

async function resetToken({ email }: Account, at = api): Promise<string> {
  await at.ask(queries.requestPasswordReset, { input: { email } });
  return mailedTo(email, 'reset-password');
}

type Provocation = () => Promise<Answer>;
const asking = async (query: string, inputOf: (account: Account) => object, at = (): Api => api): Promise<Answer> => {
  const account = await signUp(at());
  return account.ask(query, { input: inputOf(account) });
};
const guessing = async (query: string, inputOf: (account: Account) => object): Promise<Answer> => {
  const account = await signUp(api);
  return overTheLimit(() => account.ask(query, { input: inputOf(account) }));
};
const anybody = (query: string, input: object, at = (): Api => api): Promise<Answer> => at().ask(query, { input });

/** Each result of each mutation, and how it comes about. */
const provocations: Readonly<Record<string, Readonly<Record<string, Provocation>>>> = {
  register: {
    AuthSuccess: () => anybody(queries.register, { email: newEmail(), password: goodPassword }),
    EmailTakenError: () => asking(queries.register, ({ email }) => ({ email, password: goodPassword })),
    InvalidInputError: () => anybody(queries.register, { email: 'ana', password: goodPassword }),
    PasswordTooWeakError: () => anybody(queries.register, { email: newEmail(), password: weakPassword }),
    TooManyAttemptsError: () =>
      overTheLimit(() => busy.ask(queries.register, { input: { email: newEmail(), password: goodPassword } })),
  },
  login: {
    AuthSuccess: () => asking(queries.login, ({ email, password }) => ({ email, password })),
    InvalidCredentialsError: () => asking(queries.login, ({ email }) => ({ email, password: otherPassword })),
    TooManyAttemptsError: () => guessing(queries.login, ({ email }) => ({ email, password: otherPassword })),
  },
  refreshSession: {
    AuthSuccess: () => asking(queries.refreshSession, ({ refreshToken }) => ({ refreshToken })),
    SessionExpiredError: () => anybody(queries.refreshSession, { refreshToken: 'A'.repeat(64) }),
  },
  logout: {
    LogoutSuccess: () => asking(queries.logout, ({ refreshToken }) => ({ refreshToken })),
  },
  logoutEverywhere: {
    LogoutEverywhereSuccess: () => asking(queries.logoutEverywhere, () => ({})),
  },
  revokeSession: {
    InvalidInputError: () => asking(queries.revokeSession, ({ userId }) => ({ sessionId: userId })),
    RevokeSessionSuccess: async () => {
      const account = await signUp(api);
      const { data } = await account.ask(queries.viewerAccount);
      return account.ask(queries.revokeSession, { input: { sessionId: data.viewer.sessions[0].id } });
    },
  },
  changePassword: {
    AuthSuccess: () =>
      asking(queries.changePassword, ({ password }) => ({ currentPassword: password, newPassword: otherPassword })),
    InvalidCredentialsError: () =>
      asking(queries.changePassword, () => ({ currentPassword: 'wrong', newPassword: otherPassword })),
    InvalidInputError: () =>
      asking(queries.changePassword, ({ password }) => ({ currentPassword: password, newPassword: password })),
    PasswordTooWeakError: () =>
      asking(queries.changePassword, ({ password }) => ({ currentPassword: password, newPassword: weakPassword })),
    TooManyAttemptsError: () =>
      guessing(queries.changePassword, () => ({ currentPassword: 'wrong', newPassword: otherPassword })),
  },
  changeEmail: {
    AccountChanged: () => asking(queries.changeEmail, ({ password }) => ({ email: newEmail(), password })),
    EmailTakenError: async () => {
      const { email } = await signUp(api);
      return asking(queries.changeEmail, ({ password }) => ({ email, password }));
    },
    InvalidCredentialsError: () => asking(queries.changeEmail, () => ({ email: newEmail(), password: 'wrong' })),
    InvalidInputError: () => asking(queries.changeEmail, ({ password }) => ({ email: 'ana@', password })),
    TooManyAttemptsError: () => guessing(queries.changeEmail, () => ({ email: newEmail(), password: 'wrong' })),
  },
  updateProfile: {
    AccountChanged: () => asking(queries.updateProfile, () => ({ displayName: 'Ana' })),
    InvalidInputError: () => asking(queries.updateProfile, () => ({ defaultRegion: 'ZZ' })),
  },
  deleteAccount: {
    DeleteAccountSuccess: () => asking(queries.deleteAccount, ({ password }) => ({ password })),
    InvalidCredentialsError: () => asking(queries.deleteAccount, () => ({ password: 'wrong' })),
    TooManyAttemptsError: () => guessing(queries.deleteAccount, () => ({ password: 'wrong' })),
  },
  requestPasswordReset: {
    InvalidInputError: () => anybody(queries.requestPasswordReset, { email: 'ana' }),
    MailUnavailableError: () => anybody(queries.requestPasswordReset, { email: newEmail() }, () => withoutMail),
    RequestPasswordResetSuccess: () => anybody(queries.requestPasswordReset, { email: newEmail() }),
    TooManyAttemptsError: () => guessing(queries.requestPasswordReset, ({ email }) => ({ email })),
  },
  resetPassword: {
    InvalidInputError: async () =>
      anybody(queries.resetPassword, { token: await resetToken(await signUp(api)), newPassword: 'short' }),
    InvalidTokenError: () => anybody(queries.resetPassword, { token: 'none', newPassword: otherPassword }),
    PasswordTooWeakError: async () =>
      anybody(queries.resetPassword, { token: await resetToken(await signUp(api)), newPassword: weakPassword }),
    ResetPasswordSuccess: async () =>
      anybody(queries.resetPassword, { token: await resetToken(await signUp(api)), newPassword: otherPassword }),
    TooManyAttemptsError: async () => {
      const input = { token: await resetToken(await signUp(busy), busy), newPassword: otherPassword };
      return overTheLimit(() => busy.ask(queries.resetPassword, { input }));
    },
  },
  requestEmailVerification: {
    MailUnavailableError: () =>
      asking(
        queries.requestEmailVerification,
        () => ({}),
        () => withoutMail,
      ),
    RequestEmailVerificationSuccess: () => asking(queries.requestEmailVerification, () => ({})),
    TooManyAttemptsError: () => guessing(queries.requestEmailVerification, () => ({})),
  },
  verifyEmail: {
    InvalidTokenError: () => anybody(queries.verifyEmail, { token: 'none' }),
    VerifyEmailSuccess: async () => {
      const { email } = await signUp(api);
      return anybody(queries.verifyEmail, { token: await mailedTo(email, 'verify-email') });
    },
  },
};

const schema = buildSchema(readFileSync('schema.gql', 'utf8'));
const mutations = schema.getMutationType()?.getFields() ?? {};
const resultsOf = (name: string): string[] => {
  const type = getNamedType(mutations[name]?.type);
  return isUnionType(type) ? type.getTypes().map((member) => member.name) : [];
};

describe('Each result of each mutation of accounts comes about:', () => {
  const cases = Object.keys(provocations).flatMap((name) => resultsOf(name).map((type) => [name, type] as const));

  test.each(cases)('%s answers %s', async (name, type) => {
    const answer = await provocations[name]?.[type]?.();
    expect(answer).toMatchObject({ data: { [name]: { __typename: type } } });
  });

  test('no mutation of the schema is left out', () => {
    const library = /[lL]ist|Favorites|Movie|Rating|Watched|History|Library/;
    expect(
      Object.keys(mutations)
        .filter((name) => !library.test(name))
        .toSorted(),
    ).toEqual(Object.keys(provocations).toSorted());
  });
});

describe('Whoever is signed out is refused', () => {
  const closed = ['logoutEverywhere', 'revokeSession', 'changePassword', 'changeEmail', 'updateProfile'];
  const inputs: Readonly<Record<string, object>> = {
    revokeSession: { sessionId: 'x' },
    changePassword: { currentPassword: 'x', newPassword: otherPassword },
    changeEmail: { email: 'ana@example.com', password: 'x' },
    updateProfile: { displayName: 'Ana' },
    deleteAccount: { password: 'x' },
  };

  test.each([...closed, 'deleteAccount', 'requestEmailVerification'])('%s', async (name) => {
    const query = (queries as Readonly<Record<string, string>>)[name] ?? '';
    const { data, errors } = await api.ask(query, { input: inputs[name] ?? {} });
    expect(data).toEqual({ [name]: null });
    expect(errors).toMatchObject([{ path: [name], extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});
