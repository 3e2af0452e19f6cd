import { describe, expect, test } from '@jest/globals';
import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Arrival } from './arrival.js';

class FakeResponse extends EventEmitter {
  writableFinished = false;
  readonly headers = new Map<string, string>();

  setHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }
}

function arrive(requestId?: string | string[]) {
  const request = { headers: { 'x-request-id': requestId } };
  const response = new FakeResponse();
  const standing = ['x-a', '1', 'x-b', '2'];
  const arrival = new Arrival(
    request as unknown as IncomingMessage,
    response as unknown as ServerResponse,
    'unknown',
    standing,
  );
  return { arrival, response };
}

describe('its ID', () => {
  test.each(['12345678', 'a.b-c_D9', 'x'.repeat(64)])('is what the caller says: %s', (id) => {
    expect(arrive(id).arrival.requestId).toBe(id);
  });

  test.each([undefined, '', '1234567', 'x'.repeat(65), 'a\nb:12345', 'with a space', ['12345678', '12345678']])(
    'is made where there is no good one: %j',
    (id) => {
      const [one, two] = [arrive(id).arrival.requestId, arrive(id).arrival.requestId];
      expect(one).toMatch(/^[\da-f-]{36}$/);
      expect(two).not.toBe(one);
    },
  );
});

test('the same is put on a response that is built bit by bit', () => {
  const { arrival, response } = arrive('12345678');
  arrival.openHead();
  expect([...response.headers].flat()).toEqual(['X-Request-Id', '12345678', 'x-a', '1', 'x-b', '2', 'Vary', 'Origin']);
});

describe('it is abandoned', () => {
  test('when its connection ends before its answer does', () => {
    const { arrival, response } = arrive();
    const { signal } = arrival.abandonment;
    expect(signal.aborted).toBe(false);
    response.emit('close');
    expect(signal.aborted).toBe(true);
    expect(arrival.abandonment.signal).toBe(signal);
  });

  test('not when its answer is out', () => {
    const { arrival, response } = arrive();
    const { signal } = arrival.abandonment;
    response.writableFinished = true;
    response.emit('close');
    expect(signal.aborted).toBe(false);
  });
});
