import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Answer } from '../support/api.js';
import { atSignal, RealApp } from '../support/real-app.js';

// A machine that is busy with other tests may hold up what is timed here.
jest.retryTimes(2);

/** Turns of the event loop that take 400 ms each, for three seconds. */
const overload = `
  const block = (ms) => { for (const end = Date.now() + ms; Date.now() < end; ); };
  const until = Date.now() + 3000;
  const turn = () => { block(400); if (Date.now() < until) setImmediate(turn); };
  turn();`;

let standIn: StandIn;
let app: RealApp;

beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());
// Each attempt has a process of its own: what an earlier one wrote would be taken for this one's.
beforeEach(async () => {
  app = await RealApp.start({ standIn, flags: atSignal(overload) });
});
afterEach(() => app.entry.kill());

async function ask() {
  const response = await fetch(app.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ movies(first: 1) { nodes { title } } }' }),
  });
  const { data, errors } = (await response.json()) as Answer;
  const code = errors?.[0]?.extensions['code'];
  return { status: response.status, retryAfter: response.headers.get('retry-after'), code, data };
}

const answered = { status: 200, retryAfter: null, data: { movies: { nodes: [{ title: 'Inception' }] } } };
const refused = { status: 503, retryAfter: '2', code: 'SERVER_OVERLOADED' };

test('a process that falls behind refuses with 503, stays live, and lets requests in again', async () => {
  expect(await ask()).toEqual(answered);
  app.entry.signal('SIGUSR2');
  await app.entry.says(/"work":"cold".*requests are refused/);
  for (const answer of await Promise.all([ask(), ask(), ask()])) expect(answer).toMatchObject(refused);
  expect((await fetch(app.at('/health/live'))).status).toBe(200);
  await app.entry.says(/"work":"cold".*let in again/);
  expect(await ask()).toEqual(answered);
});
