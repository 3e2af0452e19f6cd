import { parentPort, workerData } from 'node:worker_threads';
import { ask, password } from './ask.js';
import { tellStarter } from './thread.js';

/**
 * A thread that signs in to all of its accounts at once each time it is told to, and tells what came of it: sending so
 * much would else hold up the thread that measures.
 */
const login = 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }';
const { url, emails } = workerData;

parentPort.on('message', () => void signIn());

async function signIn() {
  const startedAt = performance.now();
  const answers = await Promise.all(emails.map((email) => ask(url, login, { input: { email, password } })));
  const signedIn = answers.filter((data) => data.login.__typename === 'AuthSuccess').length;
  tellStarter({ signedIn, ms: performance.now() - startedAt });
}
