import { describe, expect, jest, test } from '@jest/globals';
import { failingLoad, filmKind, freshKey, ones, type OpenCache, TestClock, until, untilCalled } from './cache-rig.js';

/** How long what a cache keeps is good, on any store and without one. */
export function describeLifetimesContract(title: string, open: OpenCache): void {
  describe(title, () => {
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
  });
}
