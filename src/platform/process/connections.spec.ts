import { Logger } from '@nestjs/common';
import { afterEach, expect, jest, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Connections } from './connections.js';

let server: Server;
const sockets: Socket[] = [];
const warned = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.close();
  warned.mockClear();
});

async function serve(listener: RequestListener = (_request, response) => void response.end('ok')) {
  server = createServer(listener);
  const connections = new Connections(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return connections;
}

async function open(sent = ''): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(sent);
  return socket;
}

const get = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

async function closed(socket: Socket): Promise<void> {
  socket.resume();
  if (!socket.closed) await once(socket, 'close');
}

test('connections over the cap are closed at once, which is told once a minute', async () => {
  await serve();
  server.maxConnections = 1;
  const kept = await open(get);
  await once(kept, 'data');
  await closed(await open());
  await closed(await open());
  kept.write(get);
  expect(String((await once(kept, 'data'))[0])).toContain('200 OK');
  expect(warned.mock.calls).toEqual([
    [{ dropped: 1, maxConnections: 4000 }, 'Connections are closed: there are too many'],
  ]);
});

test('connections are kept until it is told to end them after their next answer', async () => {
  const connections = await serve();
  const socket = await open(get);
  expect(String((await once(socket, 'data'))[0])).toContain('Connection: keep-alive');
  connections.endAfterNextAnswer();
  socket.write(get);
  expect(String((await once(socket, 'data'))[0])).toContain('Connection: close');
  await closed(socket);
});

test('closing waits for answers under way, and for nobody who asks nothing', async () => {
  const answering = Promise.withResolvers<() => void>();
  const connections = await serve((_request, response) => answering.resolve(() => response.end('ok')));
  const [silent, asking] = [await open(), await open(get)];
  const answer = await answering.promise;
  const close = connections.close(60_000);
  await closed(silent);
  answer();
  expect(String((await once(asking, 'data'))[0])).toContain('200 OK');
  await close;
});

test('closing waits no longer than it is told', async () => {
  const asked = Promise.withResolvers<void>();
  const connections = await serve(() => asked.resolve());
  const socket = await open(get);
  await asked.promise;
  await connections.close(10);
  await closed(socket);
});
