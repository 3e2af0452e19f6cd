import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { RealApp, type RealAppOptions } from '../support/real-app.js';

// A machine that is busy with other tests may hold up what is timed here.
jest.retryTimes(2);

const films = '{ movies(first: 1) { nodes { title } } }';
const answered = { data: { movies: { nodes: [{ title: 'Inception' }] } } };

let standIn: StandIn;
const started: RealApp[] = [];

beforeAll(async () => {
  standIn = await startStandIn();
});
afterEach(() => {
  standIn.reset();
  for (const { entry } of started.splice(0)) entry.kill();
});
afterAll(() => standIn.close());

async function start(options: Partial<RealAppOptions> = {}): Promise<RealApp> {
  const app = await RealApp.start({ standIn, ...options });
  started.push(app);
  return app;
}

async function ask(app: RealApp, agent: Agent): Promise<IncomingMessage & { readonly body: unknown }> {
  const headers = { 'content-type': 'application/json' };
  const asked = request(app.url, { method: 'POST', agent, headers }).end(JSON.stringify({ query: films }));
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return Object.assign(response, { body: JSON.parse(await text(response)) as unknown });
}

/** Waits for the drain to begin. */
async function untilDraining(app: RealApp): Promise<Response> {
  for (;;) {
    const response = await fetch(app.at('/health/ready'));
    if (!response.ok) return response;
    await response.text();
  }
}

test('a process that drains is not ready, is live, and serves each connection once more', async () => {
  const app = await start({ env: { DRAIN_SECONDS: '2' } });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const before = await ask(app, agent);
  expect([before.headers.connection, before.body]).toEqual(['keep-alive', answered]);

  app.entry.signal('SIGTERM');
  const ready = await untilDraining(app);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'draining', degraded: [] }]);
  expect(await (await fetch(app.at('/health/live'))).json()).toEqual({ status: 'live' });
  const [kept] = Object.values(agent.freeSockets)[0] ?? [];
  const during = await ask(app, agent);
  expect([during.headers.connection, during.body]).toEqual(['close', answered]);
  if (kept?.closed === false) await once(kept, 'close');
  expect((await ask(app, agent)).body).toEqual(answered);
  expect(await app.entry.ended()).toBe(0);
});

test('a request under way is answered, and idle connections do not hold up the end', async () => {
  const app = await start({ env: { DRAIN_SECONDS: '0' } });
  standIn.fault('*', { kind: 'delay', ms: 500 });
  const [silent, idle] = [connect(app.port, '127.0.0.1'), connect(app.port, '127.0.0.1')];
  idle.write('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
  await Promise.all([once(silent, 'connect'), once(idle, 'data')]);
  const begun = standIn.calls.length;
  const answer = ask(app, new Agent({ keepAlive: true }));
  while (standIn.calls.length === begun) await new Promise((later) => setTimeout(later, 5));
  app.entry.signal('SIGTERM');
  expect((await answer).body).toEqual(answered);
  const answeredAt = performance.now();
  expect(await app.entry.ended()).toBe(0);
  // Those under way have five seconds; nothing is under way any more.
  expect(performance.now() - answeredAt).toBeLessThan(3000);
});

test('a second signal ends it at once, one that follows at once is the same', async () => {
  const app = await start({ env: { DRAIN_SECONDS: '60' } });
  app.entry.signal('SIGINT');
  app.entry.signal('SIGTERM');
  await untilDraining(app);
  await new Promise((later) => setTimeout(later, 1100));
  expect((await fetch(app.at('/health/live'))).status).toBe(200);
  app.entry.signal('SIGTERM');
  expect(await app.entry.ended()).toBe(1);
});
