import type { Keyv } from 'keyv';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CacheKey, type CacheKind, cacheKey } from '../../src/platform/cache/cache-key.js';
import { CacheService } from '../../src/platform/cache/cache.service.js';
import { RedisLayer } from '../../src/platform/cache/redis-layer.js';

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

/** A load that gives 1 for each key. */
export async function ones(missing: readonly CacheKey[]): Promise<Map<string, number>> {
  return new Map(missing.map((key) => [key.text, 1]));
}
