import { expect, test } from '@jest/globals';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { repeatHeaders } from './repeated-headers.js';

function requestOn(socket: Socket, ...raw: string[]): IncomingMessage {
  const request = new IncomingMessage(socket);
  request.rawHeaders = raw;
  request.headers = Object.fromEntries(
    raw.flatMap((name, at) => (at % 2 === 0 ? [[name.toLowerCase(), raw[at + 1]]] : [])),
  );
  repeatHeaders(request);
  return request;
}

test('a connection that says the same again has the same headers, made once', () => {
  const socket = new Socket();
  const [one, two] = [requestOn(socket, 'Accept', 'a'), requestOn(socket, 'Accept', 'a')];
  expect(two.headers).toBe(one.headers);
});

test.each([
  ['another value', ['Accept', 'b']],
  ['another name', ['Accept-Language', 'a']],
  ['one more', ['Accept', 'a', 'Authorization', 'Bearer x']],
  ['none', []],
])('%s is another request’s', (_, raw) => {
  const socket = new Socket();
  requestOn(socket, 'Accept', 'a');
  const other = requestOn(socket, ...raw);
  expect(Object.values(other.headers)).toEqual(raw.filter((_text, at) => at % 2 === 1));
});

test('what one connection says is nothing to another', () => {
  const one = requestOn(new Socket(), 'Accept', 'a');
  expect(requestOn(new Socket(), 'Accept', 'a').headers).not.toBe(one.headers);
});
