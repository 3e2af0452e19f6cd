import { randomBytes } from 'node:crypto';

let clients = 0;

/** An address that no request came from before, for X-Forwarded-For. */
function newClient() {
  clients += 1;
  return `10.${(clients >> 16) & 255}.${(clients >> 8) & 255}.${clients & 255}`;
}

/** An address of mail that no account has. */
export function newEmail() {
  return `${randomBytes(8).toString('hex')}@example.com`;
}

/** Asks by POST and gives the answer. @throws where it has errors. */
export async function ask(url, query, variables, headers = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': newClient(), ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/** The same, and the milliseconds it took. */
export async function timed(url, query, variables, headers) {
  const startedAt = performance.now();
  const data = await ask(url, query, variables, headers);
  return { data, ms: performance.now() - startedAt };
}

const register = `mutation ($input: RegisterInput!) {
  register(input: $input) { __typename ... on AuthSuccess { accessToken } ... on UserError { message } }
}`;

export const password = 'seventeen quiet owls at noon';

/** Makes an account and gives its address and access token. */
export async function signUp(url) {
  const email = newEmail();
  const data = await ask(url, register, { input: { email, password } });
  if (data.register.__typename !== 'AuthSuccess') throw new Error(JSON.stringify(data));
  return { email, accessToken: data.register.accessToken };
}
