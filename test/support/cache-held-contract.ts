import { describe, expect, test } from '@jest/globals';
import type { CacheKey } from '../../src/platform/cache/cache-key.js';
import { freshKey, type OpenCache, settleWrites, TestClock } from './cache-rig.js';

/** What `findHeld` gives on any store, and without one. */
export function describeHeldContract(title: string, open: OpenCache): void {
  describe(title, () => {
    test('tells what it holds of many keys, in their order, and loads nothing', async () => {
      const clock = new TestClock();
      const cache = open({ clock });
      const [film, none, unknown, stale, over] = [freshKey(), freshKey(), freshKey(), freshKey(), freshKey()];
      await cache.readThrough(over, async () => 'over');
      clock.advance(50_000);
      await cache.readThrough(stale, async () => 'stale');
      clock.advance(10_000);
      await cache.readThrough(film, async () => ({ title: 'A film' }));
      await cache.readThrough(none, async () => null);
      expect(await cache.findHeld([none, unknown, film, stale, over, none, unknown])).toEqual([
        null,
        undefined,
        { title: 'A film' },
        'stale',
        undefined,
        null,
        undefined,
      ]);
      expect(await cache.findHeld([])).toEqual([]);
      expect(cache.stats()).toMatchObject({ loads: 4 });
    });

    test('does not wait for a load to tell what it holds', async () => {
      const cache = open();
      const key = freshKey();
      const { promise, resolve } = Promise.withResolvers<string>();
      const reading = cache.readThrough(key, () => promise);
      expect(await cache.findHeld([key])).toEqual([undefined]);
      resolve('loaded');
      expect(await reading).toBe('loaded');
      expect(await cache.findHeld([key])).toEqual(['loaded']);
    });
  });
}

/** What `findHeld` gives of caches that share a store. */
export function describeSharedHeldContract(title: string, open: OpenCache): void {
  describe(title, () => {
    test('tells what another process holds of a thousand keys by one reading, and keeps it', async () => {
      const [one, other] = [open(), open()];
      const films = Array.from({ length: 1000 }, () => freshKey());
      await one.readThroughMany(films.slice(0, 400), ones);
      await settleWrites(one);
      expect(await other.findHeld(films)).toEqual(films.map((_, index) => (index < 400 ? 1 : undefined)));
      expect(other.stats()).toMatchObject({ redisReads: 1, loads: 0 });
      expect(other.peek(films[0]!)).toBe(1);
    });
  });
}

async function ones(missing: readonly CacheKey[]): Promise<Map<string, number>> {
  return new Map(missing.map((key) => [key.text, 1]));
}
