import type { Answer, Api } from './api.js';

/** Somebody with an account, made by the public `register`. */
export interface Account {
  readonly email: string;
  readonly password: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly deviceToken: string;
  /** The global ID of the `User`. */
  readonly userId: string;
  /** What sends the access token. */
  readonly headers: { readonly authorization: string };
  /** Asks by POST, signed in. */
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  /** Runs a mutation with one input and gives its result. @throws where the answer has errors. */
  // Tests look into results of any shape; a type for each would say nothing more.
  // oxlint-disable-next-line typescript/no-explicit-any
  change(mutation: string, input: object, selection: string): Promise<any>;
}

/** Long and odd enough for every rule. */
export const goodPassword = 'seventeen quiet owls at noon';

/** Hashing as cheap as it may be, for suites that do not look at what it costs. */
export const cheapHashing = { ARGON2_MEMORY_KIB: '8192', ARGON2_TIME_COST: '1' };

const authFields =
  '... on AuthSuccess { accessToken refreshToken deviceToken user { id } } ... on UserError { message }';

let made = 0;

/** An address that no other test has. */
export function newEmail(): string {
  made += 1;
  return `viewer-${process.pid}-${made}@example.com`;
}

/** Registers somebody. @throws where that is refused. */
export async function signUp(api: Api, email = newEmail(), password = goodPassword): Promise<Account> {
  const query = `mutation ($input: RegisterInput!) { register(input: $input) { __typename ${authFields} } }`;
  return accountOf(api, { email, password }, await api.ask(query, { input: { email, password } }), 'register');
}

/** Signs in. @throws where that is refused. */
export async function signIn(api: Api, { email, password }: Pick<Account, 'email' | 'password'>): Promise<Account> {
  const query = `mutation ($input: LoginInput!) { login(input: $input) { __typename ${authFields} } }`;
  return accountOf(api, { email, password }, await api.ask(query, { input: { email, password } }), 'login');
}

function accountOf(
  api: Api,
  { email, password }: Pick<Account, 'email' | 'password'>,
  answer: Answer,
  mutation: 'register' | 'login',
): Account {
  const result = answer.data?.[mutation];
  if (result?.__typename !== 'AuthSuccess') throw new Error(`${mutation} answered ${JSON.stringify(answer)}`);
  const { accessToken, refreshToken, deviceToken, user } = result;
  const headers = { authorization: `Bearer ${accessToken}` };
  const ask: Account['ask'] = (query, variables, more) => api.ask(query, variables, { ...headers, ...more });
  return {
    email,
    password,
    accessToken,
    refreshToken,
    deviceToken,
    userId: user.id,
    headers,
    ask,
    change: (name, input, selection) => resultOf(ask, name, input, selection),
  };
}

async function resultOf(ask: Account['ask'], name: string, input: object, selection: string): Promise<unknown> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${selection} ... on UserError { message field } } }`;
  const answer = await ask(query, { input });
  if (answer.errors !== undefined) throw new Error(`${name} answered ${JSON.stringify(answer.errors)}`);
  return answer.data[name];
}
