import { describe, expect, test } from '@jest/globals';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { protocolOf } from './protocol.js';

function requestWith(forwarded: string | undefined): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.headers = forwarded === undefined ? {} : { 'x-forwarded-proto': forwarded };
  return request;
}

describe('protocolOf', () => {
  test.each([
    ['https', 1, 'https'],
    ['http', 1, 'http'],
    ['HTTPS', 1, 'https'],
    // What the client itself wrote comes first.
    ['https, http', 1, 'http'],
    ['http,https', 1, 'https'],
    ['https,http', 2, 'https'],
    // The nearer of two proxies replaced what the other wrote.
    ['http', 2, 'http'],
    ['ftp', 1, 'unknown'],
    ['', 1, 'unknown'],
    [undefined, 1, 'unknown'],
    ['http', 0, 'unknown'],
    ['https', 0, 'unknown'],
  ])('reads %p behind %i proxies as %s', (forwarded, proxies, protocol) => {
    expect(protocolOf(requestWith(forwarded), proxies)).toBe(protocol);
  });
});
