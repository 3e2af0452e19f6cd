import { setTimeout as delay } from 'node:timers/promises';
import { signUp, timed } from './ask.js';
import { line, quantile, verdict } from './figures.js';
import { startServer } from './server.js';
import { Thread } from './thread.js';

/**
 * What sixty logins at once do to everybody else: films and a viewer's watchlist are asked a hundred times a second,
 * each, first by themselves and then while the passwords are hashed.
 */
const logins = 60;
const rounds = 5;
const everyMs = 10;
const quietMs = 5000;
const goalMs = 100;

const films = '{ movies(first: 20) { nodes { title releaseDate } } }';
const watchlist = '{ viewer { watchlist(first: 20) { nodes { tmdbId } } } }';

const { url, stop } = await startServer();
try {
  const accounts = [];
  for (let made = 0; made < logins; made += 1) accounts.push(await signUp(url));
  const emails = accounts.map(({ email }) => email);
  const burst = new Thread(new URL('login-burst.js', import.meta.url), { url, emails });
  const headers = { authorization: `Bearer ${accounts[0].accessToken}` };
  const askOthers = () => [timed(url, films), timed(url, watchlist, {}, headers)];
  await Promise.all(askOthers());
  await during(askOthers, delay(1000));

  const alone = await during(askOthers, delay(quietMs));
  report('alone', alone);
  const beside = [];
  for (let round = 1; round <= rounds; round += 1) {
    const over = burst.ask('go');
    beside.push(...(await during(askOthers, over)));
    const { signedIn, ms } = await over;
    line(`round ${round}: ${logins} logins at once`, { 'signed in': signedIn, ms });
  }
  report('beside the logins', beside);
  const p99 = quantile(beside, 0.99);
  line('p99 beside the logins to p99 alone', { ratio: p99 / quantile(alone, 0.99) });
  await burst.end();
  verdict(`no other query's p99 over ${goalMs} ms (${p99.toFixed(1)} ms)`, p99 <= goalMs);
} finally {
  await stop();
}

/** Asks at an even rate until something is over; the milliseconds of each answer. */
async function during(askOthers, something) {
  const asked = [];
  const state = { isOver: false };
  const end = () => (state.isOver = true);
  void something.then(end, end);
  for (let at = performance.now(); !state.isOver; at += everyMs) {
    await delay(Math.max(0, at - performance.now()));
    asked.push(...askOthers());
  }
  return (await Promise.all(asked)).map(({ ms }) => ms);
}

function report(name, times) {
  line(`other queries, ${name}`, {
    answers: times.length,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    slowest: Math.max(...times),
  });
}
