import { describe, expect, test } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import type { AppConfig } from '../../../config/app-config.js';
import type { CacheService } from '../../cache/cache.service.js';
import { AnswerStore } from './answer-store.js';
import { ReadyAnswer } from './ready-answer.js';
import { Variants } from './variant.js';

function storeWith(front: AppConfig['front'] = { mode: 'full', memoryMegabytes: 1 }) {
  let tell = (): void => undefined;
  const cache = { watchVoided: (listener: () => void) => void (tell = listener) };
  // No more of them is used.
  const store = new AnswerStore({ front } as AppConfig, cache as CacheService);
  return { store, voided: () => tell() };
}

const variants = new Variants();
const json = { 'content-type': 'application/json' };
const plain = variants.of(json);
const request = (url = '/graphql') => ({ url }) as IncomingMessage;
const body = Buffer.from('{"query":"{ genres { name } }"}');

function answer(): ReadyAnswer {
  const now = Date.now();
  const keeping = { storedAt: now, freshUntil: now + 60_000 };
  const made = {
    operationName: undefined,
    status: 200,
    headers: [],
    keeping,
    isPrivate: false,
    isForCdns: false,
    isRead: true,
  };
  return new ReadyAnswer(made, { payload: body, coding: 'identity' }, body);
}

describe('the key of a request', () => {
  const { store } = storeWith();
  const key = store.keyOf(request(), plain, body);

  test('is the same for the same bytes, and for headers that mean the same', () => {
    const alike = variants.of({ ...json, accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'any' });
    expect(store.keyOf(request('/graphql?from=here'), alike, Buffer.from(body))).toBe(key);
  });

  test.each([
    ['language', { 'accept-language': 'pt-BR' }],
    ['type', { accept: 'application/graphql-response+json' }],
    ['coding', { 'accept-encoding': 'br' }],
  ])('is another for another %s', (_, headers) => {
    expect(store.keyOf(request(), variants.of({ ...json, ...headers }), body)).not.toBe(key);
  });

  test('is another for other bytes, whatever they are as text', () => {
    const [one, two] = [Buffer.from([0xff]), Buffer.from([0xfe])];
    expect(store.keyOf(request(), plain, one)).not.toBe(store.keyOf(request(), plain, two));
  });

  test('of a GET is its address, and never that of a POST', () => {
    const get = store.keyOf(request('/graphql?query={a}'), plain, null);
    expect(store.keyOf(request('/graphql?query={b}'), plain, null)).not.toBe(get);
    expect(store.keyOf(request(), plain, Buffer.from('/graphql?query={a}'))).not.toBe(get);
  });

  test('is none for what is explained, for what is long, and where there is no front', () => {
    expect(store.keyOf(request(), variants.of({ ...json, 'x-watchme-extensions': 'cost' }), body)).toBeNull();
    expect(store.keyOf(request(), plain, Buffer.alloc(20_001))).toBeNull();
    expect(storeWith({ mode: 'off', memoryMegabytes: 1 }).store.keyOf(request(), plain, body)).toBeNull();
  });
});

test('hits are counted', () => {
  const { store } = storeWith();
  for (let time = 0; time < 2; time += 1) store.offer('a', answer(), store.ticket);
  for (let time = 0; time < 3; time += 1) store.find('a', Date.now());
  store.find('b', Date.now());
  expect(store.stats).toMatchObject({ hits: 3, entries: 1, underWay: 0 });
});

test('once the cache says that something is no more, nothing is known, and nobody joins what was begun before', () => {
  const { store, voided } = storeWith();
  for (let time = 0; time < 2; time += 1) store.offer('a', answer(), store.ticket);
  const { ticket } = store;
  store.flights.begin('a');
  voided();
  expect(store.find('a', Date.now())).toBeUndefined();
  expect(store.flights.find('a')).toBeUndefined();
  store.offer('a', answer(), ticket);
  expect(store.stats.entries).toBe(0);
});
