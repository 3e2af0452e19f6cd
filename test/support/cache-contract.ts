import { describe, expect, jest, test } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CacheKey, type CacheKind, cacheKey } from '../../src/platform/cache/cache-key.js';
import { CacheService } from '../../src/platform/cache/cache.service.js';
import { RedisLayer } from '../../src/platform/cache/redis-layer.js';
import type { Keyv } from 'keyv';

export const filmKind: CacheKind = {
  name: 'contract.film',
  version: 1,
  policy: {
    softTtlMs: 10_000,
    hardTtlMs: 60_000,
    negativeTtlMs: 1000,
    negativeHardTtlMs: 2000,
    emptyTtlMs: 3000,
    jitter: 0.1,
  },
  isEmpty: (value) => Array.isArray(value) && value.length === 0,
};

/** Time as a test says; it begins at the machine's, since Redis dates entries by its own. */
export class TestClock {
  nowMs = Date.now();
  readonly read = (): number => this.nowMs;

  advance(ms: number): void {
    this.nowMs += ms;
  }
}

export interface CacheRigOptions {
  readonly clock?: TestClock;
  /** Half means no jitter. */
  readonly random?: () => number;
}

/** Makes a cache; all that one test makes over a store share it. */
export type OpenCache = (options?: CacheRigOptions) => CacheService;

/** A cache on a Keyv, or in the process only. */
export function openCacheOn(keyv: Keyv<string> | undefined): OpenCache {
  return ({ clock = new TestClock(), random = () => 0.5 } = {}) =>
    new CacheService({
      memoryBytes: 1_000_000,
      clock: clock.read,
      random,
      ...(keyv && { redis: new RedisLayer(keyv, { clock: clock.read }) }),
    });
}

/** Waits until all writes of the cache have been answered. */
export async function settleWrites(cache: CacheService): Promise<void> {
  do await nextTurn();
  while (cache.stats().redisWritesPending > 0);
}

/** Lets other work go on until it is so; fails by the time limit of the test. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await nextTurn();
}

export function untilCalled(
  { mock }: { readonly mock: { readonly calls: readonly unknown[] } },
  times = 1,
): Promise<void> {
  return until(() => mock.calls.length >= times);
}

let keys = 0;

/** A key that no other test uses. */
export function freshKey(kind: CacheKind = filmKind): CacheKey {
  keys += 1;
  return cacheKey(kind, process.pid, keys);
}

export function failingLoad(): Promise<never> {
  return Promise.reject(new Error('Nothing should be loaded'));
}

/** What holds for a cache on any store, and for one without. */
export function describeCacheContract(title: string, open: OpenCache): void {
  describe(title, () => {
    describeReading(open);
    describeReadingMany(open);
    describeReadingEach(open);
    describeSingleFlight(open);
    describeLifetimes(open);
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

function describeLifetimes(open: OpenCache): void {
  test('answers a value past its soft TTL at once and loads it anew behind the answer, once', async () => {
    const clock = new TestClock();
    const cache = open({ clock });
    const key = freshKey();
    await cache.readThrough(key, async () => 'old');
    clock.advance(9999);
    expect(await cache.readThrough(key, failingLoad)).toBe('old');
    clock.advance(1);
    const { promise, resolve } = Promise.withResolvers<string>();
    const load = jest.fn(() => promise);
    const stale = await Promise.all(Array.from({ length: 50 }, () => cache.readThrough(key, load)));
    expect(new Set(stale)).toEqual(new Set(['old']));
    await untilCalled(load);
    resolve('new');
    await until(() => cache.peek(key) === 'new');
    expect(await cache.readThrough(key, failingLoad)).toBe('new');
    expect(load).toHaveBeenCalledTimes(1);
    expect(cache.stats()).toMatchObject({ stale: 50, refreshes: 1, misses: 1 });
  });

  test('keeps a value that can not be loaded anew until its hard TTL ends, then fails, and is well again', async () => {
    const clock = new TestClock();
    const cache = open({ clock });
    const key = freshKey();
    await cache.readThrough(key, async () => 'old');
    const fail = jest.fn(() => Promise.reject(new Error('down')));
    for (let passedMs = 10_000; passedMs < 60_000; passedMs += 10_000) {
      clock.advance(10_000);
      expect(await cache.readThrough(key, fail)).toBe('old');
      await untilCalled(fail, passedMs / 10_000);
    }
    await until(() => cache.stats().failures === 5);
    clock.advance(10_000);
    await expect(cache.readThrough(key, fail)).rejects.toThrow('down');
    expect(cache.peek(key)).toBeUndefined();
    expect(await cache.readThrough(key, async () => 'new')).toBe('new');
  });

  test('does not try a refresh again right after one that failed', async () => {
    const clock = new TestClock();
    const cache = open({ clock });
    const key = freshKey();
    await cache.readThrough(key, async () => 'old');
    clock.advance(10_000);
    const fail = jest.fn(() => Promise.reject(new Error('down')));
    await cache.readThrough(key, fail);
    await until(() => cache.stats().failures === 1);
    clock.advance(1999);
    expect(await cache.readThrough(key, failingLoad)).toBe('old');
    clock.advance(1);
    await cache.readThrough(key, fail);
    await untilCalled(fail, 2);
  });

  test('believes "there is none" for a shorter while', async () => {
    const clock = new TestClock();
    const cache = open({ clock });
    const [soon, late] = [freshKey(), freshKey()];
    await cache.readThroughMany([soon, late], async () => new Map([soon, late].map((key) => [key.text, null])));
    clock.advance(999);
    expect(await cache.readThrough(soon, failingLoad)).toBeNull();
    clock.advance(1);
    expect(await cache.readThrough<string | null>(soon, async () => 'found now')).toBeNull();
    await until(() => cache.peek(soon) === 'found now');
    clock.advance(1000);
    expect(await cache.readThrough<string | null>(late, async () => 'found')).toBe('found');
  });

  test('believes for a shorter while that a kind calls empty', async () => {
    const clock = new TestClock();
    const cache = open({ clock });
    const key = freshKey();
    await cache.readThrough<string[]>(key, async () => []);
    clock.advance(2999);
    expect(await cache.readThrough(key, failingLoad)).toEqual([]);
    clock.advance(1);
    await cache.readThrough(key, async () => ['found']);
    await until(() => cache.peek<string[]>(key)?.length === 1);
  });

  test.each([
    [0, 9000],
    [1, 11_000],
  ])('spreads soft TTLs by a tenth either way (%d)', async (random, lifetimeMs) => {
    const clock = new TestClock();
    const cache = open({ clock, random: () => random });
    const key = freshKey();
    await cache.readThrough(key, async () => 'film');
    clock.advance(lifetimeMs - 1);
    await cache.readThrough(key, failingLoad);
    expect(cache.stats().stale).toBe(0);
    clock.advance(1);
    await cache.readThrough(key, async () => 'film');
    expect(cache.stats().stale).toBe(1);
  });

  test('does not keep what has no lifetime', async () => {
    const cache = open();
    const policy = { ...filmKind.policy, negativeTtlMs: 0, negativeHardTtlMs: 0 };
    const key = freshKey({ ...filmKind, name: 'contract.none', policy });
    expect(await cache.readThrough(key, async () => null)).toBeNull();
    expect(await cache.readThrough(key, async () => 'found')).toBe('found');
  });

  test('remembers a failure for as long as it says, and no longer', async () => {
    const clock = new TestClock();
    const cache = open({ clock });
    const key = freshKey();
    const dead = Object.assign(new Error('dead'), { rememberedForMs: 1000 });
    const load = jest.fn(() => Promise.reject(dead));
    for (let reads = 0; reads < 100; reads += 1) await expect(cache.readThrough(key, load)).rejects.toBe(dead);
    expect(load).toHaveBeenCalledTimes(1);
    expect(cache.stats().spared).toBe(99);
    clock.advance(1000);
    expect(await cache.readThrough(key, async () => 'alive')).toBe('alive');
  });

  test('loads what is stale along with what is missing', async () => {
    const clock = new TestClock();
    const cache = open({ clock });
    const [stale, missing] = [freshKey(), freshKey()];
    await cache.readThrough(stale, async () => 'old');
    clock.advance(10_000);
    const load = jest.fn(ones);
    expect(await cache.readThroughMany<string | number>([stale, missing], load)).toEqual(['old', 1]);
    expect(load.mock.calls).toEqual([[[missing, stale]]]);
    expect(cache.peek(stale)).toBe(1);
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

/** What holds for caches that share a store. */
export function describeSharedCacheContract(title: string, open: OpenCache): void {
  describe(title, () => {
    test('finds what another process has stored', async () => {
      const [one, other] = [open(), open()];
      const [film, none] = [freshKey(), freshKey()];
      await one.readThrough(film, async () => ({ title: 'A film' }));
      await one.readThrough(none, async () => null);
      await settleWrites(one);
      expect(await other.readThroughMany([film, none], failingLoad)).toEqual([{ title: 'A film' }, null]);
      expect(other.stats()).toMatchObject({ hitsInRedis: 2, redisReads: 1, loads: 0 });
      expect(other.peek(film)).toEqual({ title: 'A film' });
    });

    test('reads all keys of a turn at once, whoever asks', async () => {
      const cache = open();
      const read = (): Promise<unknown> => cache.readThrough(freshKey(), async () => 1);
      const later = Promise.resolve().then(() => nextMicrotasks(20).then(read));
      await Promise.all([read(), read(), later, cache.readThroughMany([freshKey(), freshKey()], ones)]);
      expect(cache.stats()).toMatchObject({ redisReads: 1, misses: 5 });
    });

    test('refreshes what is past its soft TTL, and does not take what is past its hard one', async () => {
      const clock = new TestClock();
      const [one, other] = [open({ clock }), open({ clock })];
      const key = freshKey();
      await one.readThrough(key, async () => 'old');
      await settleWrites(one);
      clock.advance(10_000);
      expect(await other.readThrough(key, async () => 'new')).toBe('old');
      await until(() => other.peek(key) === 'new');
      await settleWrites(other);
      clock.advance(60_000);
      expect(await one.readThrough(key, async () => 'newest')).toBe('newest');
    });

    test('drops a deleted key for all who do not hold it', async () => {
      const [one, other] = [open(), open()];
      const key = freshKey();
      await one.readThrough(key, async () => 'old');
      await one.delete(key);
      expect(await other.readThrough(key, async () => 'new')).toBe('new');
    });

    test('keeps versions of a kind apart', async () => {
      const [one, other] = [open(), open()];
      await one.readThrough(cacheKey(filmKind, 'version', process.pid), async () => 'v1');
      await settleWrites(one);
      const next = cacheKey({ ...filmKind, version: 2 }, 'version', process.pid);
      expect(await other.readThrough(next, async () => 'v2')).toBe('v2');
    });

    test('answers with what the version before left, upgraded, and refreshes it behind', async () => {
      const [one, other] = [open(), open()];
      const kind = { ...filmKind, name: 'contract.upgraded' };
      const keyOf = (version: number, upgrade?: (previous: unknown) => unknown) =>
        cacheKey({ ...kind, version, ...(upgrade && { upgrade }) }, process.pid, 'upgrade');
      await one.readThrough(keyOf(1), async () => ({ title: 'A film' }));
      await settleWrites(one);
      const next = keyOf(2, (previous) => ({ ...(previous as object), tagline: null }));
      const load = async () => ({ title: 'A film', tagline: 'Look!' });
      expect(await other.readThrough(next, load)).toEqual({ title: 'A film', tagline: null });
      await until(() => other.peek<{ tagline: string | null }>(next)?.tagline === 'Look!');
      await settleWrites(other);
      const third = keyOf(3, () => {
        throw new Error('no way');
      });
      expect(await open().readThrough(third, async () => 'loaded')).toBe('loaded');
      expect(await open().readThrough(keyOf(1), failingLoad)).toEqual({ title: 'A film' });
    });
  });
}

async function ones(missing: readonly CacheKey[]): Promise<Map<string, number>> {
  return new Map(missing.map((key) => [key.text, 1]));
}

async function nextMicrotasks(count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) await Promise.resolve();
}
