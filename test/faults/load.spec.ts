import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Load } from './load.js';

const viewer = { email: 'ada@example.org', password: 'x', accessToken: 'y', films: 0 };
const perSecond = { cached: 200, cold: 50, account: 50, login: 50, live: 50 };
const enough = 100;

let server: Server;
let arrived: ServerResponse[];
let bodies: string[];
let load: Load;

beforeEach(async () => {
  arrived = [];
  bodies = [];
  server = createServer((request, response) => {
    arrived.push(response);
    request.on('data', (chunk) => bodies.push(String(chunk)));
    server.emit('arrival');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  load = new Load({ target: { host: '127.0.0.1', port, secrets: [] }, perSecond });
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function untilArrived(count: number): Promise<void> {
  while (arrived.length < count) await once(server, 'arrival');
}

test('requests of every kind go out although none is answered, and are failures where the connection breaks', async () => {
  load.start(viewer);
  await untilArrived(enough);
  const samples = load.stop();
  server.closeAllConnections();
  const failures = (await samples).filter(({ outcome }) => outcome.verdict === 'failed');
  expect(failures.length).toBeGreaterThanOrEqual(enough);
  expect(new Set(failures.map(({ kind }) => kind)).size).toBe(Object.keys(perSecond).length);
});

test('no cold read is asked twice, and each start gives what was sent since', async () => {
  for (const count of [enough, 2 * enough]) {
    const startedAt = Date.now();
    load.start(viewer);
    await untilArrived(count);
    const samples = load.stop();
    server.closeAllConnections();
    expect((await samples).filter(({ sentAt }) => sentAt < startedAt)).toEqual([]);
  }
  const cold = bodies.filter((body) => body.includes('tagline'));
  expect(cold.length).toBeGreaterThan(10);
  expect(new Set(cold).size).toBe(cold.length);
});
