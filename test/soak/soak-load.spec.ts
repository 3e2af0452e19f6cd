import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SoakLoad } from './soak-load.js';
import { perSecond } from './mix.js';

const ada = { email: 'ada@example.org', password: 'x', accessToken: 'of-ada', films: 0 };
const bea = { ...ada, accessToken: 'of-bea' };
const often = Object.fromEntries(Object.keys(perSecond).map((kind) => [kind, 50])) as typeof perSecond;
const enough = 3 * Object.keys(perSecond).length;

let server: Server;
let arrived: { headers: IncomingHttpHeaders; response: ServerResponse }[];
let load: SoakLoad;

beforeEach(async () => {
  arrived = [];
  server = createServer(({ headers }, response) => {
    arrived.push({ headers, response });
    server.emit('arrival');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  load = new SoakLoad({ target: { host: '127.0.0.1', port, secrets: [] }, viewer: ada, perSecond: often });
  load.start();
});

afterEach(async () => {
  const stopped = load.stop();
  server.closeAllConnections();
  server.close();
  await stopped;
});

async function untilArrived(isEnough: () => boolean): Promise<void> {
  while (!isEnough()) await once(server, 'arrival');
}

test('requests of every kind go out although none is answered, and are failures where the connection breaks', async () => {
  await untilArrived(() => arrived.length >= enough);
  expect(load.take()).toEqual([]);
  const stopped = load.stop();
  server.closeAllConnections();
  await stopped;
  const samples = load.take();
  expect(new Set(samples.map(({ kind }) => kind)).size).toBe(Object.keys(perSecond).length);
  expect(samples.filter(({ outcome }) => outcome.verdict !== 'failed')).toEqual([]);
  expect(load.take()).toEqual([]);
});

test('from some moment on somebody else asks', async () => {
  const isOf = (token: string) => arrived.some(({ headers }) => headers.authorization === `Bearer ${token}`);
  await untilArrived(() => isOf('of-ada'));
  expect(isOf('of-bea')).toBe(false);
  load.use(bea);
  await untilArrived(() => isOf('of-bea'));
});

test('an answer that says nothing is no answer', async () => {
  await untilArrived(() => arrived.length >= enough);
  for (const { response } of arrived) response.end('{}');
  const stopped = load.stop();
  server.closeAllConnections();
  await stopped;
  expect(load.take().filter(({ kind, outcome }) => kind === 'hit' && outcome.verdict === 'ok')).toEqual([]);
});
