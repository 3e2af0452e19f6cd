import { describe, expect, jest, test } from '@jest/globals';
import { describeCacheContract } from '../../../test/support/cache-contract.js';
import { describeLifetimesContract } from '../../../test/support/cache-lifetimes-contract.js';
import {
  failingLoad,
  filmKind,
  freshKey,
  openCacheOn,
  settleWrites,
  TestClock,
  until,
} from '../../../test/support/cache-rig.js';
import { describeSharedCacheContract } from '../../../test/support/cache-shared-contract.js';
import { describeHeldContract, describeSharedHeldContract } from '../../../test/support/cache-held-contract.js';
import type { ChangeKnowledge } from './change-knowledge.js';
import { textKeyv } from '../redis/text-keyv.js';

const mapKeyv = () => textKeyv(new Map<string, unknown>());

describeCacheContract('CacheService in the process only', openCacheOn(undefined));
describeLifetimesContract('CacheService in the process only: lifetimes', openCacheOn(undefined));
describeCacheContract('CacheService on a Keyv over a Map', openCacheOn(mapKeyv()));
describeLifetimesContract('CacheService on a Keyv over a Map: lifetimes', openCacheOn(mapKeyv()));
describeSharedCacheContract('CacheServices that share a Keyv over a Map', openCacheOn(mapKeyv()));
describeHeldContract('CacheService.findHeld in the process only', openCacheOn(undefined));
describeHeldContract('CacheService.findHeld on a Keyv over a Map', openCacheOn(mapKeyv()));
describeSharedHeldContract('CacheService.findHeld over a Keyv that is shared', openCacheOn(mapKeyv()));

test('CacheService.findHeld does not bring back what was deleted while the store was slow to answer', async () => {
  const keyv = mapKeyv();
  const [one, other] = [openCacheOn(keyv)(), openCacheOn(keyv)()];
  const key = freshKey();
  await one.readThrough(key, async () => 'old');
  await settleWrites(one);
  const [hasRead, mayAnswer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const getMany = keyv.getMany.bind(keyv);
  keyv.getMany = (async (keys: string[]) => {
    const texts = await getMany(keys);
    hasRead.resolve();
    await mayAnswer.promise;
    return texts;
  }) as typeof keyv.getMany;
  const looking = other.findHeld([key]);
  await hasRead.promise;
  await other.delete(key);
  mayAnswer.resolve();
  expect(await looking).toEqual(['old']);
  expect(other.peek(key)).toBeUndefined();
});

const now = Date.now();

describe('CacheService and rubbish in its store', () => {
  test.each<[string, unknown]>([
    ['text', 'rubbish'],
    ['an empty text', ''],
    ['cut JSON', '{"storedAt":1,"freshUntil":2,"val'],
    ['JSON of another shape', '[1,2,3]'],
    ['null', 'null'],
    ['no text at all', { value: 1 }],
    ['an entry without a value', JSON.stringify({ storedAt: now, freshUntil: now + 5000 })],
    ['an entry with dates as text', JSON.stringify({ value: 1, storedAt: '1', freshUntil: '9999999999999' })],
    ['an entry that ends before it begins', JSON.stringify({ value: 1, storedAt: now + 9999, freshUntil: now + 5000 })],
  ])('takes %s for a miss and replaces it', async (_, rubbish) => {
    const map = new Map<string, unknown>();
    const open = openCacheOn(textKeyv(map));
    const key = freshKey();
    map.set(key.text, rubbish);
    const cache = open();
    expect(await cache.readThrough(key, async () => 'film')).toBe('film');
    await settleWrites(cache);
    expect(await open().readThrough(key, async () => 'not needed')).toBe('film');
  });

  test.each([
    ['the end', { storedAt: now, freshUntil: 1e300 }],
    ['the beginning', { storedAt: now + 30_000, freshUntil: now + 90_000 }],
  ])('holds no entry longer than its kind allows, %s being far off', async (_, dates) => {
    const map = new Map<string, unknown>();
    const clock = new TestClock();
    clock.nowMs = now;
    const cache = openCacheOn(textKeyv(map))({ clock });
    const key = freshKey();
    map.set(key.text, JSON.stringify({ value: 'old', ...dates }));
    expect(await cache.readThrough(key, async () => 'unused')).toBe('old');
    clock.advance(filmKind.policy.softTtlMs * 1.1);
    expect(await cache.readThrough(key, async () => 'new')).toBe('old');
    expect(cache.stats().stale).toBe(1);
  });

  test('takes an entry from days ahead for rubbish', async () => {
    const map = new Map<string, unknown>();
    const key = freshKey();
    map.set(key.text, JSON.stringify({ value: 'odd', storedAt: now + 1e9, freshUntil: now + 1e9 + 1 }));
    expect(await openCacheOn(textKeyv(map))().readThrough(key, async () => 'new')).toBe('new');
  });
});

describe('CacheService and what is known of changes', () => {
  const subjectKind = { ...filmKind, name: 'contract.subject', subject: 'film' };
  const hourMs = 3_600_000;

  function heeding(since: ChangeKnowledge['since']) {
    const clock = new TestClock();
    const cache = openCacheOn(undefined)({ clock });
    cache.heed({ since });
    return { clock, cache, key: freshKey({ ...subjectKind, policy: { ...filmKind.policy, hardTtlMs: 48 * hourMs } }) };
  }

  test('what has changed is stale at once', async () => {
    const changes = { isDue: false };
    const { cache, key } = heeding(() => (changes.isDue ? 'due' : 'unknown'));
    await cache.readThrough(key, async () => 'old');
    expect(await cache.readThrough(key, failingLoad)).toBe('old');
    changes.isDue = true;
    const load = jest.fn(async () => {
      changes.isDue = false;
      return 'new';
    });
    expect(await cache.readThrough(key, load)).toBe('old');
    await until(() => cache.peek(key) === 'new');
    expect(await cache.readThrough(key, failingLoad)).toBe('new');
  });

  test('what certainly has not changed stays fresh without a load, for 24 hours', async () => {
    const asked: unknown[] = [];
    const { cache, key, clock } = heeding((subject, storedAt) => {
      asked.push([subject, storedAt]);
      return 'unchanged';
    });
    const storedAt = clock.nowMs;
    await cache.readThrough(key, async () => 'old');
    clock.advance(24 * hourMs - 1);
    expect(await cache.readThrough(key, failingLoad)).toBe('old');
    expect(asked.at(-1)).toEqual([`film:${process.pid}`, storedAt]);
    clock.advance(1);
    await cache.readThrough(key, async () => 'new');
    await until(() => cache.peek(key) === 'new');
  });

  test('of what has no subject nothing is asked', async () => {
    const { cache } = heeding(() => {
      throw new Error('nothing is asked');
    });
    expect(await cache.readThrough(freshKey(), async () => 'film')).toBe('film');
    expect(await cache.readThrough(freshKey(), async () => 'film')).toBe('film');
  });
});
