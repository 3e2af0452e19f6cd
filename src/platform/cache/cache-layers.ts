import { type CacheEntry, endOf, makeEntry, parseEntry, serializeEntry, upgraded } from './cache-entry.js';
import { type CacheKey, previousText } from './cache-key.js';
import { type ChangeKnowledge, nothingKnown } from './change-knowledge.js';
import { Generations } from './generations.js';
import { MemoryLayer } from './memory-layer.js';
import type { RedisLayer } from './redis-layer.js';

export interface CacheLayersOptions {
  /** The bound of the in-process layer. */
  readonly memoryBytes: number;
  /** Absent: the cache lives in the process only. */
  readonly redis?: RedisLayer;
  readonly generations?: Generations;
  readonly clock?: () => number;
  /** From 0 to 1, for the jitter of lifetimes. */
  readonly random?: () => number;
}

/** What is held under a key: still fresh, or stale and to be refreshed, but good to be answered. */
export interface Held {
  readonly entry: CacheEntry;
  readonly isFresh: boolean;
}

/** The same out of Redis. */
export interface SharedHeld extends Held {
  /** The length of its text. */
  readonly bytes: number;
}

export interface Stored {
  readonly entry: CacheEntry;
  /** Resolves when Redis has it, or will not have it; undefined where it is not to have it. */
  readonly written: Promise<void> | undefined;
}

/** How long a thing that has certainly not changed stays fresh without a call, and what is promised of it at a time. */
const prolongedMs = 86_400_000;
const promisedMs = 60_000;

/** The in-process layer and Redis behind it, as one place that knows what may be answered and what is fresh. */
export class CacheLayers {
  private readonly memory: MemoryLayer;
  private readonly redis: RedisLayer | undefined;
  private readonly generations: Generations;
  private changes = nothingKnown;
  private readonly clock: () => number;
  private readonly random: () => number;
  private writes = 0;

  constructor(options: CacheLayersOptions) {
    this.memory = new MemoryLayer(options.memoryBytes);
    this.redis = options.redis;
    this.generations = options.generations ?? new Generations();
    this.clock = options.clock ?? Date.now;
    this.random = options.random ?? Math.random;
  }

  /** From here on entries are judged by what is known of changes, too. */
  heed(changes: ChangeKnowledge): void {
    this.changes = changes;
  }

  /** In this process only. */
  find(key: CacheKey): Held | undefined {
    const entry = this.memory.get(key.text);
    return entry && this.judge(entry, key);
  }

  /** In the order of the keys, undefined where Redis holds nothing good or does not say. What is found is kept here. */
  async findShared(keys: readonly CacheKey[]): Promise<readonly (SharedHeld | undefined)[]> {
    const { redis } = this;
    if (redis === undefined) return [];
    return Promise.all(
      keys.map(async (key) => {
        const text = redis.read(key.text);
        const before = previousText(key);
        const previous = before === undefined ? undefined : redis.read(before);
        return this.read(key, await text) ?? this.readPrevious(key, await previous);
      }),
    );
  }

  /** What a text of Redis says under a key; undefined when that is nothing good. */
  read(key: CacheKey, text: string | undefined): SharedHeld | undefined {
    const entry = text === undefined ? undefined : parseEntry(text, key.kind, this.clock());
    return entry && this.judgeShared(entry, key, text);
  }

  /** Keeps in this process what Redis holds. */
  keep(key: CacheKey, { entry, bytes }: SharedHeld): void {
    this.memory.set(key.text, entry, bytes);
  }

  /** Stores a value in both layers, waiting for neither. @throws TypeError for a value that is not JSON data. */
  store(key: CacheKey, value: unknown): Stored {
    const entry = makeEntry(key.kind, value, this.clock(), this.random());
    const text = serializeEntry(entry);
    const lifetimeMs = endOf(entry, key.kind) - entry.storedAt;
    if (lifetimeMs < 1) return { entry, written: undefined };
    this.memory.set(key.text, entry, Buffer.byteLength(text));
    this.writes += 1;
    return { entry, written: this.redis?.write(key.text, text, lifetimeMs) };
  }

  /** An entry for a value that is not to be kept. */
  passing({ kind }: CacheKey, value: unknown): CacheEntry {
    return makeEntry(kind, value, this.clock(), this.random());
  }

  async delete(key: CacheKey): Promise<void> {
    this.memory.delete(key.text);
    await this.redis?.delete(key.text);
  }

  /** From here on Redis is not asked any more. */
  close(): void {
    this.redis?.close();
  }

  get stats() {
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

  private readPrevious(key: CacheKey, text: string | undefined): SharedHeld | undefined {
    const previous = text === undefined ? undefined : parseEntry(text, key.kind, this.clock());
    const entry = previous && upgraded(previous, key.kind);
    return entry && this.judgeShared(entry, key, text);
  }

  private judgeShared(entry: CacheEntry, key: CacheKey, text = ''): SharedHeld | undefined {
    const held = this.judge(entry, key);
    return held && { ...held, bytes: Buffer.byteLength(text) };
  }

  private judge(entry: CacheEntry, { kind, subject }: CacheKey): Held | undefined {
    const now = this.clock();
    if (entry.storedAt <= this.generations.voidUntil(kind.name) || now >= endOf(entry, kind)) return undefined;
    const known = subject === undefined ? 'unknown' : this.changes.since(subject, entry.storedAt);
    if (known === 'due') return { entry, isFresh: false };
    if (now < entry.freshUntil) return { entry, isFresh: true };
    // What is of an older version is to be replaced, and a thing that is not there has no changes.
    const isProlonged = entry.value !== null && entry.freshUntil > entry.storedAt;
    if (known !== 'unchanged' || !isProlonged || now >= entry.storedAt + prolongedMs) return { entry, isFresh: false };
    return { entry: { ...entry, freshUntil: now + promisedMs }, isFresh: true };
  }
}
