import { describe, expect, jest, test } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CacheKey } from '../../src/platform/cache/cache-key.js';
import { failingLoad, freshKey, type OpenCache, TestClock } from './cache-rig.js';

/** What holds for a cache on any store, and for one without. */
export function describeCacheContract(title: string, open: OpenCache): void {
  describe(title, () => {
    describeReading(open);
    describeReadingMany(open);
    describeReadingEach(open);
    describeSingleFlight(open);
    describeSeeds(open);
  });
}

function describeReading(open: OpenCache): void {
  test('loads once and then answers from what it holds', async () => {
    const cache = open();
    const key = freshKey();
    const load = jest.fn(async () => ({ title: 'A film' }));
    expect(await cache.readThrough(key, load)).toEqual({ title: 'A film' });
    expect(await cache.readThrough(key, load)).toEqual({ title: 'A film' });
    expect(load).toHaveBeenCalledTimes(1);
    expect(cache.stats()).toMatchObject({ hitsInProcess: 1, misses: 1, loads: 1, writes: 1 });
  });

  test.each([0, '', false, null])('keeps %j as an answer', async (value) => {
    const cache = open();
    const key = freshKey();
    expect(await cache.readThrough(key, async () => value)).toBe(value);
    expect(await cache.readThrough<unknown>(key, failingLoad)).toBe(value);
    expect(cache.peek(key)).toBe(value);
  });

  test('keeps no failure', async () => {
    const cache = open();
    const key = freshKey();
    await expect(cache.readThrough(key, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await cache.readThrough(key, async () => 'up')).toBe('up');
    expect(cache.stats()).toMatchObject({ failures: 1, loads: 2, writes: 1 });
  });

  test.each([undefined, () => 1, 1n])('takes %p from a load for a programming error', async (value) => {
    const cache = open();
    const key = freshKey();
    await expect(cache.readThrough(key, async () => value as never)).rejects.toThrow(TypeError);
    expect(await cache.readThrough(key, async () => 'mended')).toBe('mended');
  });

  test('gives one frozen object to all', async () => {
    const cache = open();
    const key = freshKey();
    const first = await cache.readThrough(key, async () => ({ genres: [{ id: 1 }] }));
    expect(await cache.readThrough(key, failingLoad)).toBe(first);
    expect(() => first?.genres.push({ id: 2 })).toThrow(TypeError);
  });

  test('forgets a deleted key, and what was being loaded for it', async () => {
    const cache = open();
    const key = freshKey();
    const { promise, resolve } = Promise.withResolvers<string>();
    const early = cache.readThrough(key, () => promise);
    await cache.delete(key);
    resolve('old');
    expect(await early).toBe('old');
    expect(await cache.readThrough(key, async () => 'new')).toBe('new');
    await cache.delete(key);
    expect(await cache.readThrough(key, async () => 'newer')).toBe('newer');
  });
}

function describeReadingMany(open: OpenCache): void {
  test('loads what is missing in one call and answers in the order of the keys', async () => {
    const cache = open();
    const [a, b, c] = [freshKey(), freshKey(), freshKey()];
    await cache.readThrough(b, async () => 'b');
    const load = jest.fn(
      async (missing: readonly CacheKey[]) => new Map(missing.map((key) => [key.text, key === a ? 'a' : null])),
    );
    expect(await cache.readThroughMany([c, b, a, c], load)).toEqual([null, 'b', 'a', null]);
    expect(load.mock.calls).toEqual([[[c, a]]]);
    expect(await cache.readThroughMany([a, c], failingLoad)).toEqual(['a', null]);
    expect(await cache.readThroughMany([], failingLoad)).toEqual([]);
  });

  test('takes a key that the load leaves out for an error, and keeps the others', async () => {
    const cache = open();
    const [a, b] = [freshKey(), freshKey()];
    await expect(cache.readThroughMany([a, b], async () => new Map([[a.text, 1]]))).rejects.toThrow(b.text);
    expect(cache.peek(a)).toBe(1);
    expect(cache.peek(b)).toBeUndefined();
  });
}

function describeReadingEach(open: OpenCache): void {
  test('answers each key by itself, an error in place of a value failing that key alone', async () => {
    const cache = open();
    const [a, b, c] = [freshKey(), freshKey(), freshKey()];
    const broken = new Error('b is broken');
    const load = async () => new Map<string, string | Error>().set(a.text, 'a').set(b.text, broken);
    expect(await Promise.allSettled(cache.readThroughEach([a, b, c], load))).toEqual([
      { status: 'fulfilled', value: 'a' },
      { status: 'rejected', reason: broken },
      { status: 'rejected', reason: expect.any(TypeError) },
    ]);
    expect(cache.stats()).toMatchObject({ loads: 1, failures: 2, writes: 1 });
    expect(await cache.readThrough(b, async () => 'b is mended')).toBe('b is mended');
  });

  test('does not let a key wait for a slower one', async () => {
    const cache = open();
    const [quick, slow] = [freshKey(), freshKey()];
    const { promise, resolve } = Promise.withResolvers<string>();
    const slowly = cache.readThrough(slow, () => promise);
    const [first, second] = cache.readThroughEach([quick, slow], async () => new Map([[quick.text, 'quick']]));
    expect(await first).toBe('quick');
    resolve('slow');
    expect(await Promise.all([second, slowly])).toEqual(['slow', 'slow']);
  });
}

function describeSingleFlight(open: OpenCache): void {
  test('loads once for 500 readers at once', async () => {
    const cache = open();
    const key = freshKey();
    const load = jest.fn(async () => {
      await nextTurn();
      return 'film';
    });
    const answers = await Promise.all(Array.from({ length: 500 }, () => cache.readThrough(key, load)));
    expect(new Set(answers)).toEqual(new Set(['film']));
    expect(load).toHaveBeenCalledTimes(1);
    expect(cache.stats()).toMatchObject({ misses: 1, joined: 499 });
  });

  test('waits for a key that another kind of reading is loading', async () => {
    const cache = open();
    const [a, b] = [freshKey(), freshKey()];
    const { promise, resolve } = Promise.withResolvers<string>();
    const alone = cache.readThrough(a, () => promise);
    const load = jest.fn(async () => new Map([[b.text, 'b']]));
    const both = cache.readThroughMany([a, b], load);
    const again = cache.readThrough(b, failingLoad);
    resolve('a');
    expect(await Promise.all([alone, both, again])).toEqual(['a', ['a', 'b'], 'b']);
    expect(load.mock.calls).toEqual([[[b]]]);
  });

  test('fails for all who wait when the load fails', async () => {
    const cache = open();
    const [a, b] = [freshKey(), freshKey()];
    const readings = [
      cache.readThroughMany([a, b], () => Promise.reject(new Error('down'))),
      cache.readThrough(a, failingLoad),
      cache.readThrough(b, failingLoad),
    ];
    for (const { reason } of (await Promise.allSettled(readings)) as PromiseRejectedResult[]) {
      expect(reason).toHaveProperty('message', 'down');
    }
  });
}

function describeSeeds(open: OpenCache): void {
  test('takes a seed where it holds nothing fresh', async () => {
    const clock = new TestClock();
    const cache = open({ clock });
    const key = freshKey();
    cache.seed(key, 'from a list');
    expect(await cache.readThrough(key, failingLoad)).toBe('from a list');
    cache.seed(key, 'from another list');
    expect(cache.peek(key)).toBe('from a list');
    clock.advance(10_000);
    cache.seed(key, 'later');
    expect(cache.peek(key)).toBe('later');
    expect(cache.stats().seeds).toBe(2);
  });

  test('prefers a load under way to a seed', async () => {
    const cache = open();
    const key = freshKey();
    const { promise, resolve } = Promise.withResolvers<string>();
    const reading = cache.readThrough(key, () => promise);
    cache.seed(key, 'from a list');
    resolve('in full');
    expect(await reading).toBe('in full');
    expect(cache.peek(key)).toBe('in full');
  });

  test('refuses a seed that is no data', () => {
    expect(() => open().seed(freshKey(), undefined)).toThrow(TypeError);
  });
}
