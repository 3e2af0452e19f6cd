import { type CacheEntry, isFresh, makeEntry, parseEntry, serializeEntry } from './cache-entry.js';
import type { CacheKey } from './cache-key.js';
import type { CacheStats } from './cache-stats.js';
import { MemoryLayer } from './memory-layer.js';
import type { RedisLayer } from './redis-layer.js';

export interface CacheOptions {
  /** The bound of the in-process layer. */
  readonly memoryBytes: number;
  /** Absent: the cache lives in the process only. */
  readonly redis?: RedisLayer;
  readonly clock?: () => number;
  /** From 0 to 1, for the jitter of lifetimes. */
  readonly random?: () => number;
}

/** An entry that Redis holds, and its text. */
export interface SharedEntry {
  readonly entry: CacheEntry;
  readonly text: string;
}

type LayerStats = Omit<
  CacheStats,
  'hitsInProcess' | 'hitsInRedis' | 'misses' | 'joined' | 'loads' | 'failures' | 'seeds'
>;

/** The in-process layer and Redis behind it, as one place that knows what is fresh. */
export class CacheLayers {
  private readonly memory: MemoryLayer;
  private readonly redis: RedisLayer | undefined;
  private readonly clock: () => number;
  private readonly random: () => number;
  private writes = 0;

  constructor({ memoryBytes, redis, clock = Date.now, random = Math.random }: CacheOptions) {
    this.memory = new MemoryLayer(memoryBytes);
    this.redis = redis;
    this.clock = clock;
    this.random = random;
  }

  /** In this process only. */
  findFresh(key: CacheKey): CacheEntry | undefined {
    const entry = this.memory.get(key.text);
    return entry !== undefined && isFresh(entry, this.clock()) ? entry : undefined;
  }

  /** In the order of the keys, undefined where Redis holds nothing fresh or does not say. */
  async findShared(keys: readonly CacheKey[]): Promise<readonly (SharedEntry | undefined)[]> {
    const { redis } = this;
    if (redis === undefined) return [];
    const texts = await Promise.all(keys.map((key) => redis.read(key.text)));
    return keys.map((key, index) => this.freshFrom(texts[index], key));
  }

  /** Keeps in this process what Redis holds. */
  keep(key: CacheKey, { entry, text }: SharedEntry): void {
    this.memory.set(key.text, entry, text);
  }

  /** Stores a value in both layers, waiting for neither. @throws TypeError for a value that is not JSON data. */
  store(key: CacheKey, value: unknown): void {
    const entry = makeEntry(key.kind, value, this.clock(), this.random());
    const text = serializeEntry(entry);
    const lifetimeMs = entry.freshUntil - entry.storedAt;
    if (lifetimeMs < 1) return;
    this.memory.set(key.text, entry, text);
    this.redis?.write(key.text, text, lifetimeMs);
    this.writes += 1;
  }

  async delete(key: CacheKey): Promise<void> {
    this.memory.delete(key.text);
    await this.redis?.delete(key.text);
  }

  /** From here on Redis is not asked any more. */
  close(): void {
    this.redis?.close();
  }

  get stats(): LayerStats {
    const redis = this.redis?.stats;
    return {
      writes: this.writes,
      entriesInProcess: this.memory.size,
      bytesInProcess: this.memory.bytes,
      redisReads: redis?.batches ?? 0,
      redisFaults: redis?.faults ?? 0,
      redisWritesDropped: redis?.droppedWrites ?? 0,
      redisWritesPending: redis?.pendingWrites ?? 0,
    };
  }

  private freshFrom(text: string | undefined, { kind }: CacheKey): SharedEntry | undefined {
    if (text === undefined) return undefined;
    const now = this.clock();
    const entry = parseEntry(text, kind, now);
    return entry !== undefined && isFresh(entry, now) ? { entry, text } : undefined;
  }
}
