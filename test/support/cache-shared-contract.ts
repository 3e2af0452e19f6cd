import { describe, expect, test } from '@jest/globals';
import { cacheKey } from '../../src/platform/cache/cache-key.js';
import { failingLoad, filmKind, freshKey, ones, type OpenCache, settleWrites, TestClock, until } from './cache-rig.js';

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

    test('takes what the version before left as it is, and refreshes it behind', async () => {
      const [one, other] = [open(), open()];
      await one.readThrough(cacheKey(filmKind, 'version', process.pid), async () => 'v1');
      await settleWrites(one);
      const next = cacheKey({ ...filmKind, version: 2 }, 'version', process.pid);
      expect(await other.readThrough(next, async () => 'v2')).toBe('v1');
      await until(() => other.peek(next) === 'v2');
      await settleWrites(other);
      const apart = cacheKey({ ...filmKind, version: 3, upgrade: null }, 'version', process.pid);
      expect(await open().readThrough(apart, async () => 'v3')).toBe('v3');
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

async function nextMicrotasks(count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) await Promise.resolve();
}
