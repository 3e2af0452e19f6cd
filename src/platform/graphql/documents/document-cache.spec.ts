import { describe, expect, jest, test } from '@jest/globals';
import { DocumentCache } from './document-cache.js';
import { sha256 } from './sha256.js';

/** A cache of its own on a Redis that several may share. */
function setUp({ maxBytes = 10_000, held = new Map<string, string>() } = {}) {
  const shared = {
    read: jest.fn(async (key: string) => held.get(key)),
    write: jest.fn(async (key: string, text: string, _ttlMs: number) => void held.set(key, text)),
    close: jest.fn(),
  };
  return { cache: new DocumentCache({ maxBytes, shared }), shared, held };
}

const text = '{ a }';
const hash = sha256(text);

describe('DocumentCache', () => {
  test('finds what it was given, without asking Redis', async () => {
    const { cache, shared } = setUp();
    cache.keep(hash, text);
    expect(await cache.find(hash)).toBe(text);
    expect(shared.read).not.toHaveBeenCalled();
  });

  test('does without a Redis', async () => {
    const cache = new DocumentCache({ maxBytes: 10_000, shared: null });
    expect(await cache.find(hash)).toBeNull();
    cache.keep(hash, text);
    expect(await cache.find(hash)).toBe(text);
  });

  test('finds what another was given, and asks for it once', async () => {
    const { cache: one, held } = setUp();
    one.keep(hash, text);
    const { cache: other, shared } = setUp({ held });
    expect([await other.find(hash), await other.find(hash)]).toEqual([text, text]);
    expect(shared.read).toHaveBeenCalledTimes(1);
  });

  test('does not know what nobody was given', async () => {
    expect(await setUp().cache.find(hash)).toBeNull();
  });

  test.each(['', '{ b }', `${text} `])('does not believe a text of another hash: %j', async (wrong) => {
    const { cache, held } = setUp();
    held.set(`document:v1:${hash}`, wrong);
    expect(await cache.find(hash)).toBeNull();
  });

  test('tells Redis once, for a day', () => {
    const { cache, shared } = setUp();
    cache.keep(hash, text);
    cache.keep(hash, text);
    expect(shared.write.mock.calls).toEqual([[`document:v1:${hash}`, text, 86_400_000]]);
  });

  test('holds no more than its bytes, and the last used', async () => {
    const texts = Array.from({ length: 10 }, (_, index) => `{ a${index} ${'b '.repeat(100)} }`);
    // Each takes 716 bytes: 206 characters and what an entry costs.
    const { cache, held } = setUp({ maxBytes: 2200 });
    for (const each of texts) cache.keep(sha256(each), each);
    held.clear();
    const found = await Promise.all(texts.map((each) => cache.find(sha256(each))));
    expect(found.map((each) => each !== null)).toEqual([...Array(7).fill(false), ...Array(3).fill(true)]);
  });
});
