import { LRUCache } from 'lru-cache';
import type { RedisLayer } from '../../cache/redis-layer.js';
import { sha256 } from './sha256.js';

/** A text takes up to two bytes a character; the rest is its hash and its place in the list. */
const bytesPerCharacter = 2;
const overheadBytes = 300;

/** A day. */
const sharedTtlMs = 86_400_000;

export interface DocumentCacheOptions {
  /** The bound of what this process holds. */
  readonly maxBytes: number;
  /** What all processes share; null: nothing. */
  readonly shared: Pick<RedisLayer, 'read' | 'write' | 'close'> | null;
}

/**
 * The texts of documents by their hashes: the last used ones in this process, and behind it, for a day, in Redis. A
 * Redis that is down, slow or hung finds nothing; what it says is believed only if it has the hash it lies under.
 */
export class DocumentCache {
  private readonly texts: LRUCache<string, string>;
  private readonly shared: DocumentCacheOptions['shared'];

  constructor({ maxBytes, shared }: DocumentCacheOptions) {
    this.texts = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (text) => text.length * bytesPerCharacter + overheadBytes,
    });
    this.shared = shared;
  }

  async find(hash: string): Promise<string | null> {
    const held = this.texts.get(hash);
    if (held !== undefined) return held;
    const found = await this.shared?.read(keyOf(hash));
    if (found === undefined || sha256(found) !== hash) return null;
    this.texts.set(hash, found);
    return found;
  }

  /** `hash` has to be that of the text. Nobody waits for Redis. */
  keep(hash: string, text: string): void {
    // A client may send both each time; that is to cost Redis nothing.
    if (this.texts.get(hash) !== undefined) return;
    this.texts.set(hash, text);
    void this.shared?.write(keyOf(hash), text, sharedTtlMs);
  }

  close(): void {
    this.shared?.close();
  }
}

/** In the form of the cache's own keys, so that its tool for operators counts and flushes these, too. */
function keyOf(hash: string): string {
  return `document:v1:${hash}`;
}
