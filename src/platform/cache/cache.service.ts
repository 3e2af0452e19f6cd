import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { currentRequest } from '../request/current-request.js';
import type { CacheKey } from './cache-key.js';
import { CacheLayers, type CacheLayersOptions } from './cache-layers.js';
import type { ChangeKnowledge } from './change-knowledge.js';
import { CacheCounters, type CacheStats } from './cache-stats.js';
import { FailureMemory } from './failure-memory.js';
import type { Leases } from './leases.js';
import type { LoadMany } from './loads.js';
import { ReadThrough } from './read-through.js';
import { SingleFlight } from './single-flight.js';

export interface CacheOptions extends CacheLayersOptions {
  /** One load for all processes; absent: each loads for itself. */
  readonly leases?: Leases;
}

/**
 * Cache-aside over an LRU in the process and, behind it, Redis. What is past its soft TTL is answered at once and
 * loaded anew behind the answer; only what is past its hard TTL, or not held at all, is waited for. Values are plain
 * JSON data; all readers share one object, which is frozen, the one that a load gave included: whoever wants to change
 * it makes a copy. null means "there is none" and is kept for the kind's negative TTLs; 0, `''` and false are values
 * like others. A failure is remembered for as long as it says, never replaces a value, and no trouble of Redis reaches
 * a reader.
 */
@Injectable()
export class CacheService implements OnApplicationShutdown {
  private readonly layers: CacheLayers;
  private readonly flights = new SingleFlight();
  private readonly failures: FailureMemory;
  private readonly counters = new CacheCounters();
  private readonly reading: ReadThrough;
  private deletions = 0;
  private readonly onVoided: (() => void)[] = [];

  constructor(options: CacheOptions) {
    const { flights, counters } = this;
    const { leases, clock = Date.now } = options;
    const layers = (this.layers = new CacheLayers(options));
    const failures = (this.failures = new FailureMemory(clock));
    this.reading = new ReadThrough({ layers, flights, failures, counters, leases });
  }

  /** The value held, or else what `load` gives. Of all who read a key at once, one loads; its failure is everyone's. */
  async readThrough<T>(key: CacheKey, load: () => Promise<T>): Promise<T> {
    const [value] = await this.readThroughMany([key], async () => new Map([[key.text, await load()]]));
    // One key gives one value, and null only where `load` may give it.
    return value as T;
  }

  /** As `readThroughEach`, all together: rejects if any of the keys fails. */
  readThroughMany<T>(keys: readonly CacheKey[], load: LoadMany<T>): Promise<(T | null)[]> {
    return Promise.all(this.readThroughEach(keys, load));
  }

  /** What this process holds and is fresh, as a read; undefined when that is nothing: then it is to be read through. */
  findFresh<T>(key: CacheKey): T | null | undefined {
    return this.reading.findFresh(key) as T | null | undefined;
  }

  /**
   * A promise a key, in their order, so that what is held is had even where the rest fails. `load` is called at most
   * once, with the keys that are not held or stale and nobody is loading, and answers for each of them; what else it
   * learns goes through `seed`. It runs on an errand (`currentErrand`) that lasts as long as somebody waits.
   */
  readThroughEach<T>(keys: readonly CacheKey[], load: LoadMany<T>): Promise<T | null>[] {
    return this.reading.each(keys, load);
  }

  /**
   * Takes a value learnt by the way, such as a film's summary from a row of a list. It fills a gap and no more: a fresh
   * entry of this process stays, and so does a load under way, because what was asked for by name is the surer answer.
   * What Redis holds is not looked at: the value, being new, replaces it. Never waits.
   * @throws TypeError for a value that is not JSON data.
   */
  seed(key: CacheKey, value: unknown): void {
    if (this.layers.find(key)?.isFresh === true || this.flights.find(key) !== undefined) return;
    this.layers.store(key, value);
    this.failures.forget(key.text);
    this.counters.seeds += 1;
  }

  /** What this process holds, fresh or stale, without asking anyone; undefined when that is nothing. */
  peek<T>(key: CacheKey): T | null | undefined {
    return this.layers.find(key)?.entry.value as T | null | undefined;
  }

  /**
   * What this process or Redis holds, fresh or stale, in the order of the keys; undefined where that is nothing, or
   * Redis does not say. Never loads, never waits for a load under way and never rejects; all keys are one reading of
   * Redis.
   */
  async findHeld<T>(keys: readonly CacheKey[]): Promise<(T | null | undefined)[]> {
    const reads = currentRequest()?.trace.reads;
    const held = keys.map((key) => {
      const found = this.layers.find(key);
      if (found !== undefined) reads?.note(key.text, found.isFresh ? 'hit' : 'stale', found.entry);
      return found?.entry.value as T | null | undefined;
    });
    const absent = [
      ...new Map(keys.filter((_, index) => held[index] === undefined).map((key) => [key.text, key])).values(),
    ];
    if (absent.length === 0) return held;
    const { deletions } = this;
    const shared = new Map((await this.layers.findShared(absent)).map((found, index) => [absent[index]?.text, found]));
    return keys.map((key, index) => {
      const found = shared.get(key.text);
      if (held[index] !== undefined || found === undefined) return held[index];
      // What was deleted or learnt meanwhile is not undone by what Redis said before.
      if (deletions === this.deletions && this.peek(key) === undefined) this.layers.keep(key, found);
      reads?.note(key.text, found.isFresh ? 'hit' : 'stale', found.entry);
      return found.entry.value as T | null;
    });
  }

  /**
   * Drops the key here and in Redis; a load under way still answers its readers but is not kept. Other processes drop
   * it when its time ends, and so does a Redis that is away. Never rejects.
   */
  async delete(key: CacheKey): Promise<void> {
    this.flights.forget(key);
    this.deletions += 1;
    this.voided();
    await this.layers.delete(key);
  }

  /** `listener` is called whenever what was fresh may be so no longer before its time, for who keeps what is made of it. */
  watchVoided(listener: () => void): void {
    this.onVoided.push(listener);
  }

  /** Says so: something was deleted, flushed, or named by a feed of changes. */
  voided(): void {
    for (const listener of this.onVoided) listener();
  }

  /** From here on what has changed upstream is stale, and what certainly has not stays fresh for a day. */
  heed(changes: ChangeKnowledge): void {
    this.layers.heed(changes);
  }

  stats(): CacheStats {
    return { ...this.counters.stats, ...this.layers.stats };
  }

  onApplicationShutdown(): void {
    this.layers.close();
  }
}
