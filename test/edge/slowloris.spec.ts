import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, startApi } from '../support/api.js';

const connectionsOfEachKind = 60;
const dripEveryMs = 1000;
const closedWithinMs = 25_000;
const answeredWithinMs = 2000;

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** What each kind sends at once, and what it drips afterwards, without end. */
const kinds: Readonly<Record<string, { first: string; drip: string }>> = {
  'sends nothing': { first: '', drip: '' },
  'drips headers': { first: 'POST /graphql HTTP/1.1\r\nHost: x\r\n', drip: 'X-A: b\r\n' },
  'drips one header': { first: 'GET /graphql HTTP/1.1\r\nHost: x\r\nX-A: ', drip: 'a' },
  'drips a second request': {
    first: 'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\nGET /health/live HTTP/1.1\r\nHost: x\r\n',
    drip: 'X-A: b\r\n',
  },
  'drips a body': {
    first: 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 90000\r\n\r\n{',
    drip: ' ',
  },
};

interface Dripping {
  readonly kind: string;
  /** How long the connection stood; null when the server has not closed it in time. */
  readonly stoodMs: Promise<number | null>;
}

function openSlowly(kind: string, { first, drip }: { first: string; drip: string }): Dripping {
  const startedAt = performance.now();
  const stoodMs = new Promise<number | null>((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(api.url).port) });
    const end = (stood: number | null): void => {
      clearInterval(dripping);
      clearTimeout(patience);
      socket.destroy();
      resolve(stood);
    };
    const dripping = setInterval(() => {
      if (drip !== '' && socket.writable) socket.write(drip);
    }, dripEveryMs);
    const patience = setTimeout(() => end(null), closedWithinMs);
    if (first !== '') socket.write(first);
    // An answer, 408, may come before the end; a reset is an end as well.
    socket.resume();
    socket.on('error', () => undefined);
    socket.on('close', () => end(performance.now() - startedAt));
  });
  return { kind, stoodMs };
}

test('300 connections that drip or say nothing are closed within 25 s, while others are answered', async () => {
  const slow = Object.entries(kinds).flatMap(([kind, script]) =>
    Array.from({ length: connectionsOfEachKind }, () => openSlowly(kind, script)),
  );
  const ended = Promise.all(slow.map(async ({ kind, stoodMs }) => [kind, await stoodMs] as const));
  const slowOnes = { areOver: false };
  void ended.then(() => (slowOnes.areOver = true));

  const took: number[] = [];
  while (!slowOnes.areOver) {
    const askedAt = performance.now();
    expect(await api.ask('{ about { mode } }')).toEqual({ data: { about: { mode: 'LIVE' } } });
    took.push(performance.now() - askedAt);
    await sleep(50);
  }

  const late = (await ended).filter(([, stood]) => stood === null).map(([kind]) => kind);
  expect(late).toEqual([]);
  expect(slow).toHaveLength(300);
  expect(took.length).toBeGreaterThan(10);
  expect(took.toSorted((one, other) => one - other)[Math.floor(took.length / 2)]).toBeLessThan(answeredWithinMs);
  // Not one of them was closed at once either: each had the time that an honest slow client needs.
  expect(Math.min(...(await ended).map(([, stood]) => stood ?? 0))).toBeGreaterThan(5000);
}, 60_000);
