import { setTimeout as delay } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { newEmail, signUp, timed } from './ask.js';
import { line, quantile, verdict } from './figures.js';
import { startServer } from './server.js';

/**
 * Whether the time of an answer tells if an address has an account: addresses that have one and addresses that have
 * none take turns, at a wrong password and at a forgotten one.
 */
const accounts = 40;
/** Per account; ten may be guessed in a row. */
const guesses = 8;
/** Per account; three mails an hour go to an address. */
const resets = 3;
const settlingMs = 15;
const goal = 0.1;

const login = 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }';
const reset = 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { __typename } }';

const mails = await startMailServer();
const { url, stop } = await startServer({ SMTP_URL: `smtp://127.0.0.1:${mails.port}` });
try {
  const known = [];
  for (let made = 0; made < accounts; made += 1) known.push((await signUp(url)).email);
  const unknown = known.map(() => newEmail());
  const guess = (email) => timed(url, login, { input: { email, password: 'this is not the password' } });
  await compare('a wrong password', 'InvalidCredentialsError', guesses, guess, known, unknown);
  const forget = (email) => timed(url, reset, { input: { email } });
  await compare('a forgotten password', 'RequestPasswordResetSuccess', resets, forget, known, unknown);
} finally {
  await stop();
  await mails.close();
}

async function compare(name, expected, times, act, known, unknown) {
  const ms = { known: [], unknown: [] };
  for (let round = 0; round < times; round += 1) {
    for (const [index, email] of known.entries()) {
      // Taking turns at being first, too.
      const turns = [
        ['known', email],
        ['unknown', unknown[index]],
      ];
      for (const [kind, address] of index % 2 === 0 ? turns : turns.toReversed()) {
        // What goes on behind the answer before must not be in this one.
        await delay(settlingMs);
        const answer = await act(address);
        const [{ __typename: result }] = Object.values(answer.data);
        if (result !== expected) throw new Error(`${name} answered ${result}`);
        ms[kind].push(answer.ms);
      }
    }
  }
  const medians = { known: quantile(ms.known, 0.5), unknown: quantile(ms.unknown, 0.5) };
  const difference = Math.abs(medians.known - medians.unknown) / Math.min(medians.known, medians.unknown);
  for (const kind of ['known', 'unknown'])
    line(`${name}, ${kind} address`, { answers: ms[kind].length, 'median ms': medians[kind].toFixed(2) });
  verdict(`${name}: medians within ${goal * 100} % (${(difference * 100).toFixed(1)} %)`, difference <= goal);
}

/** Takes every mail and keeps none. */
async function startMailServer() {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => stream.resume().on('end', done),
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.server.address().port, close: () => new Promise((resolve) => server.close(resolve)) };
}
