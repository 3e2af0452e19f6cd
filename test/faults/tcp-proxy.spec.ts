import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { TcpProxy } from './tcp-proxy.js';

/** As long as nothing may come, and far longer than a round trip takes. */
const quietMs = 150;

let echo: Server;
let proxy: TcpProxy;

beforeEach(async () => {
  echo = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.pipe(socket);
  });
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await TcpProxy.start((echo.address() as AddressInfo).port);
});

afterEach(async () => {
  await proxy.close();
  echo.close();
  await once(echo, 'close');
});

async function open(): Promise<Socket> {
  const socket = connect(proxy.port, '127.0.0.1');
  await once(socket, 'connect');
  // Whoever waits for an error meets it all the same.
  socket.on('error', () => undefined);
  return socket;
}

/** What comes back of it. */
async function sayOn(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  const [back] = (await once(socket, 'data')) as [Buffer];
  return back.toString();
}

/** The code of the error that ends it. */
async function endOf(socket: Socket): Promise<string> {
  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
  return error.code ?? 'none';
}

test('passes what is sent both ways, however much', async () => {
  const socket = await open();
  const sent = Buffer.alloc(20_000_000, 'film');
  const received: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => received.push(chunk));
  socket.end(sent);
  await once(socket, 'end');
  expect(Buffer.concat(received).equals(sent)).toBe(true);
});

test('refuses: those who are connected are reset, new ones turned away, until it passes again on the same port', async () => {
  const { port } = proxy;
  const old = await open();
  const ended = endOf(old);
  await proxy.set({ kind: 'refuse' });
  expect(await ended).toBe('ECONNRESET');
  await expect(open()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await proxy.set({ kind: 'pass' });
  expect(proxy.port).toBe(port);
  expect(await sayOn(await open(), 'again')).toBe('again');
});

test('resets: those who are connected, and new ones once they are', async () => {
  const old = await open();
  const ended = endOf(old);
  await proxy.set({ kind: 'reset' });
  expect(await ended).toBe('ECONNRESET');
  expect(await endOf(connect(proxy.port, '127.0.0.1'))).toBe('ECONNRESET');
  await proxy.set({ kind: 'pass' });
  expect(await sayOn(await open(), 'again')).toBe('again');
});

test('as a black hole it takes connections and answers nothing; what was sent arrives once it passes', async () => {
  const old = await open();
  expect(await sayOn(old, 'before')).toBe('before');
  await proxy.set({ kind: 'black-hole' });
  const young = await open();
  const answers = [sayOn(old, 'old'), sayOn(young, 'young')];
  expect(await Promise.race([...answers, delay(quietMs, 'nothing')])).toBe('nothing');
  await proxy.set({ kind: 'pass' });
  expect(await Promise.all(answers)).toEqual(['old', 'young']);
});

test('as a black hole it lets go of the server for a client that gave up', async () => {
  const arrived = once(echo, 'connection') as Promise<[Socket]>;
  const socket = await open();
  const [behind] = await arrived;
  await proxy.set({ kind: 'black-hole' });
  // It is reset, which `once` would take for a failure.
  const gone = new Promise((resolve) => behind.once('close', resolve));
  socket.destroy();
  await gone;
});

test('slow: each answer is late by so much, one not more for those before it', async () => {
  await proxy.set({ kind: 'slow', delayMs: quietMs });
  const begun = performance.now();
  const sockets = await Promise.all(Array.from({ length: 5 }, open));
  const late = await Promise.all(
    sockets.map(async (socket) => {
      await sayOn(socket, 'late');
      return performance.now() - begun;
    }),
  );
  // A timer may fire a millisecond early.
  for (const ms of late) expect(ms).toBeGreaterThanOrEqual(quietMs - 2);
  await proxy.set({ kind: 'pass' });
  expect(await sayOn(sockets[0]!, 'soon')).toBe('soon');
});

test('flapping: it breaks off and passes in turns', async () => {
  const old = await open();
  const ended = endOf(old);
  await proxy.set({ kind: 'flapping', everyMs: 40 });
  expect(await ended).toBe('ECONNRESET');
  const heard: string[] = [];
  while (new Set(heard).size < 2) {
    const socket = connect(proxy.port, '127.0.0.1');
    heard.push(await Promise.race([sayOn(socket, 'passed'), endOf(socket)]).catch(() => 'reset'));
    socket.on('error', () => undefined).destroy();
    await delay(10);
  }
  expect(heard).toContain('passed');
  await proxy.set({ kind: 'pass' });
  expect(await sayOn(await open(), 'steady')).toBe('steady');
  await delay(100);
  expect(await sayOn(await open(), 'still')).toBe('still');
});
