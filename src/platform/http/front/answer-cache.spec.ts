import { describe, expect, test } from '@jest/globals';
import { AnswerCache } from './answer-cache.js';
import { ReadyAnswer } from './ready-answer.js';

const megabyte = 1024 * 1024;
const now = 1_000_000;

function answerUntil(freshUntil: number, bytes = 100): ReadyAnswer {
  const made = {
    operationName: undefined,
    status: 200,
    headers: [],
    keeping: { storedAt: now - 1000, freshUntil },
    isPrivate: false,
    isForCdns: false,
    isRead: true,
  };
  const text = Buffer.alloc(bytes);
  return new ReadyAnswer(made, { payload: text, coding: 'identity' }, text);
}

const good = answerUntil(now + 60_000);

/** Asks for a key as the front does: what is not known is made, and offered. */
function ask(cache: AnswerCache, key: string, answer = good, at = now): ReadyAnswer | undefined {
  const known = cache.find(key, at);
  if (known === undefined) cache.offer(key, answer, cache.ticket, at);
  return known;
}

function heat(cache: AnswerCache, keys: readonly string[]): void {
  for (const key of keys) for (let time = 0; time < 3; time += 1) ask(cache, key);
}

const hot = Array.from({ length: 100 }, (_, index) => `hot ${index}`);

describe('an answer', () => {
  test('is kept when its key is asked for the second time', () => {
    const cache = new AnswerCache(megabyte);
    expect([1, 2, 3, 4, 5].map(() => ask(cache, 'a') === good)).toEqual([false, false, true, true, true]);
  });

  test('is given as long as it is fresh, and the next one taken at once', () => {
    const cache = new AnswerCache(megabyte);
    heat(cache, ['a']);
    expect(cache.find('a', now + 59_999)).toBe(good);
    const next = answerUntil(now + 200_000);
    expect(ask(cache, 'a', next, now + 60_000)).toBeUndefined();
    expect(ask(cache, 'a', next, now + 60_001)).toBe(next);
  });

  test('on trial is given no longer than that either', () => {
    const cache = new AnswerCache(megabyte);
    for (let time = 0; time < 2; time += 1) ask(cache, 'a');
    expect(cache.find('a', now + 60_000)).toBeUndefined();
  });

  test('that is not fresh is not taken', () => {
    const cache = new AnswerCache(megabyte);
    for (let time = 0; time < 5; time += 1) expect(ask(cache, 'a', answerUntil(now))).toBeUndefined();
    expect(cache.size).toBe(0);
  });

  test('larger than all of the memory is not taken, and drives out nothing', () => {
    const cache = new AnswerCache(100_000);
    heat(cache, ['a']);
    const large = answerUntil(now + 60_000, 200_000);
    for (let time = 0; time < 5; time += 1) expect(ask(cache, 'b', large)).toBeUndefined();
    expect(cache.find('a', now)).toBe(good);
  });
});

describe('those in use are not driven out', () => {
  test('by a flood of keys that come once', () => {
    const cache = new AnswerCache(megabyte);
    heat(cache, hot);
    for (let index = 0; index < 50_000; index += 1) ask(cache, `once ${index}`);
    expect(hot.filter((key) => cache.find(key, now) === undefined)).toEqual([]);
    expect(cache.size).toBeLessThan(hot.length + 10);
  });

  test('by a flood of keys that come twice', () => {
    const cache = new AnswerCache(megabyte);
    heat(cache, hot);
    for (let index = 0; index < 20_000; index += 1)
      for (let time = 0; time < 2; time += 1) ask(cache, `twice ${index}`);
    expect(hot.filter((key) => cache.find(key, now) === undefined)).toEqual([]);
  });
});

test('all together are bounded in bytes, and those used last stay', () => {
  const cache = new AnswerCache(megabyte);
  for (let index = 0; index < 5000; index += 1) heat(cache, [`key ${index}`]);
  expect(cache.bytes).toBeLessThanOrEqual(megabyte);
  expect(cache.bytes).toBeGreaterThan(megabyte / 2);
  expect(cache.find('key 4999', now)).toBe(good);
  expect(cache.find('key 0', now)).toBeUndefined();
});

describe('once cleared', () => {
  test('nothing is known', () => {
    const cache = new AnswerCache(megabyte);
    heat(cache, hot);
    cache.clear();
    expect([cache.size, cache.bytes]).toEqual([0, 0]);
    expect(cache.find('hot 1', now)).toBeUndefined();
  });

  test('what was begun before is not taken', () => {
    const cache = new AnswerCache(megabyte);
    ask(cache, 'a');
    const { ticket } = cache;
    cache.clear();
    cache.offer('a', good, ticket, now);
    expect(cache.size).toBe(0);
    cache.offer('a', good, cache.ticket, now);
    expect(cache.find('a', now)).toBe(good);
  });
});
