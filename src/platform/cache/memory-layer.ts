import { LRUCache } from 'lru-cache';
import type { CacheEntry } from './cache-entry.js';
import { deepFreeze } from './deep-freeze.js';

/** What an entry costs beside its value: the key, the entry itself and the places in the LRU's lists. */
const overheadBytes = 300;

/**
 * The entries in this process, bounded by the bytes of their serialized form (the heap they take is 1.0 to 1.5 times
 * that, measured on films, pages and credits); the least recently used go first. Expired entries stay until then, so
 * callers judge freshness. Entries are frozen, because many readers share them: it costs half of what parsing does.
 */
export class MemoryLayer {
  private readonly entries: LRUCache<string, CacheEntry>;

  constructor(maxBytes: number) {
    this.entries = new LRUCache({ maxSize: maxBytes });
  }

  get(key: string): CacheEntry | undefined {
    return this.entries.get(key);
  }

  /** `bytes` is the length of the serialized entry. One larger than the whole layer is not kept. */
  set(key: string, entry: CacheEntry, bytes: number): void {
    this.entries.set(key, deepFreeze(entry), { size: key.length + bytes + overheadBytes });
  }

  delete(key: string): void {
    this.entries.delete(key);
  }

  get size(): number {
    return this.entries.size;
  }

  get bytes(): number {
    return this.entries.calculatedSize;
  }
}
