import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Coding } from './coding.js';
import { type MadeAnswer, ReadyAnswer } from './ready-answer.js';

const now = 1_800_000_000_000;
const standing = ['x-standing', 'yes'];
const keeping = { storedAt: now - 10_000, freshUntil: now + 50_000 };

beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(now));
afterEach(() => void jest.restoreAllMocks());

function ready(given: Partial<MadeAnswer> = {}, text = 'some text', coding: Coding = 'identity'): ReadyAnswer {
  const made = {
    operationName: undefined,
    status: 200,
    headers: ['Vary', 'Origin'],
    keeping,
    isPrivate: false,
    isForCdns: false,
    isRead: true,
    ...given,
  };
  return new ReadyAnswer(made, { payload: Buffer.from('bytes'), coding }, Buffer.from(text));
}

function headersOf(answer: ReadyAnswer, { at = now, isSignedIn = false } = {}): Record<string, string> {
  const flat = answer.headFor({ requestId: 'request', standing, isSignedIn }, at);
  return Object.fromEntries(flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? '']] : [])));
}

describe('an answer for all', () => {
  test('may be kept for its whole life, whenever it is given', () => {
    for (const at of [now, now + 1000, now + 49_999]) {
      expect(headersOf(ready(), { at })['Cache-Control']).toBe('public, max-age=60');
    }
  });

  test('says how old it is, in whole seconds', () => {
    const ages = [now, now + 999, now + 1000, now + 20_500].map((at) => headersOf(ready(), { at })['Age']);
    expect(ages).toEqual(['10', '10', '11', '30']);
  });

  test('is never younger than nothing', () => {
    expect(headersOf(ready(), { at: now - 60_000 })['Age']).toBe('0');
  });

  test('is for the browser alone where somebody is signed in', () => {
    expect(headersOf(ready(), { isSignedIn: true })['Cache-Control']).toBe('private, max-age=60');
  });

  test('tells CDNs for how long, at an address that stands for it', () => {
    expect(headersOf(ready({ isForCdns: true }))['Cache-Control']).toBe(
      'public, max-age=60, s-maxage=60, stale-while-revalidate=60',
    );
    expect(headersOf(ready({ isForCdns: true }), { isSignedIn: true })['Cache-Control']).toBe('private, max-age=60');
  });

  test('with something stale in it may be kept five seconds more, and is given to nobody else', () => {
    const stale = ready({ keeping: { storedAt: now - 10_000, freshUntil: now } });
    expect(headersOf(stale)['Cache-Control']).toBe('public, max-age=15');
    expect(stale.isFreshAt(now)).toBe(false);
  });

  test('is fresh until it is not', () => {
    expect([now, now + 49_999, now + 50_000].map((at) => ready().isFreshAt(at))).toEqual([true, true, false]);
  });
});

describe('an answer that nobody keeps', () => {
  test('says so, and has neither age nor tag', () => {
    const answer = ready({ keeping: null });
    expect(headersOf(answer)).toEqual({
      'X-Request-Id': 'request',
      'x-standing': 'yes',
      'Cache-Control': 'no-store',
      Vary: 'Origin',
      'Content-Length': '5',
    });
    expect(headersOf(answer, { isSignedIn: true })).toEqual(headersOf(answer));
    expect([answer.etag, answer.isFreshAt(now)]).toEqual([undefined, false]);
  });

  test('is private where it is a viewer’s, whatever else is said of it', () => {
    expect(headersOf(ready({ keeping: null, isPrivate: true }))['Cache-Control']).toBe('private, no-store');
    expect(ready({ isPrivate: true }).isFreshAt(now)).toBe(false);
    expect(headersOf(ready({ isPrivate: true }))['Cache-Control']).toMatch(/^private, /);
  });
});

describe('its tag', () => {
  test('is none by POST, of which nobody may ask whether it has changed', () => {
    expect(ready({ isRead: false }).etag).toBeUndefined();
  });

  test('is that of the text, however it is written', () => {
    expect(ready({}, 'some text', 'br').etag).toBe(ready({}, 'some text').etag);
    expect(ready({}, 'some text').etag).toMatch(/^W\/"[\w-]+"$/);
    expect(headersOf(ready())['ETag']).toBe(ready().etag);
  });

  test('is another for another text of the same length', () => {
    expect(ready({}, 'some texts').etag).not.toBe(ready({}, 'some text.').etag);
  });
});

test('its coding is named, where it has one', () => {
  expect(headersOf(ready({}, 'some text', 'gzip'))['Content-Encoding']).toBe('gzip');
  expect(headersOf(ready())).not.toHaveProperty('Content-Encoding');
});

test('its head is right for whoever asks, in turn', () => {
  const answer = ready();
  const headOf = (requestId: string, others: readonly string[]) =>
    answer.headFor({ requestId, standing: others, isSignedIn: false }, now).join(' ');
  const other = ['x-standing', 'no'];
  expect([headOf('one', standing), headOf('two', other), headOf('three', standing)]).toEqual([
    expect.stringMatching(/^X-Request-Id one .* x-standing yes /),
    expect.stringMatching(/^X-Request-Id two .* x-standing no /),
    expect.stringMatching(/^X-Request-Id three .* x-standing yes /),
  ]);
});

test('made ready it holds its bytes, and nothing else of the memory they came from', () => {
  const slab = Buffer.alloc(10_000, 'x');
  const answer = new ReadyAnswer(ready().made, { payload: slab.subarray(10, 20), coding: 'br' }, 'text').ready();
  const { payload } = answer;
  expect(payload).toEqual(Buffer.alloc(10, 'x'));
  expect((payload as Buffer).buffer.byteLength).toBe(10);
});
