import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { CacheKey } from './cache-key.js';
import { CacheLayers, type CacheOptions } from './cache-layers.js';
import type { CacheStats } from './cache-stats.js';
import { type Flight, SingleFlight } from './single-flight.js';

/** Answers for keys by `key.text`; null says that there is none, an Error that this key alone failed. */
export type LoadMany<T> = (missing: readonly CacheKey[]) => Promise<ReadonlyMap<string, T | null | Error>>;

/**
 * Cache-aside over an LRU in the process and, behind it, Redis. Values are plain JSON data; all readers share one
 * object, which is frozen, the one that a load gave included: whoever wants to change it makes a copy. null means
 * "there is none" and is cached for the kind's negative TTL; 0, `''` and false are values like others. Nothing that
 * failed is kept, and no trouble of Redis reaches a reader.
 */
@Injectable()
export class CacheService implements OnApplicationShutdown {
  private readonly layers: CacheLayers;
  private readonly flights = new SingleFlight();
  private deletions = 0;
  private readonly counters = {
    hitsInProcess: 0,
    hitsInRedis: 0,
    misses: 0,
    joined: 0,
    loads: 0,
    failures: 0,
    seeds: 0,
  };

  constructor(options: CacheOptions) {
    this.layers = new CacheLayers(options);
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

  /**
   * A promise a key, in their order, so that what is held is had even where the rest fails. `load` is called at most
   * once, with the keys that neither layer holds and nobody is loading, and answers for each of them; what else it
   * learns goes through `seed`.
   */
  readThroughEach<T>(keys: readonly CacheKey[], load: LoadMany<T>): Promise<T | null>[] {
    const own: Flight[] = [];
    const answers = keys.map((key) => Promise.resolve(this.answerFor(key, own)));
    if (own.length > 0) void this.fly(own, load);
    return answers as Promise<T | null>[];
  }

  /**
   * Takes a value learnt by the way, such as a film's summary from a row of a list. It fills a gap and no more: a fresh
   * entry of this process stays, and so does a load under way, because what was asked for by name is the surer answer.
   * What Redis holds is not looked at: the value, being new, replaces it. Never waits.
   * @throws TypeError for a value that is not JSON data.
   */
  seed(key: CacheKey, value: unknown): void {
    if (this.layers.findFresh(key) !== undefined || this.flights.find(key) !== undefined) return;
    this.layers.store(key, value);
    this.counters.seeds += 1;
  }

  /** What this process holds fresh, without asking anyone; undefined when that is nothing. */
  peek<T>(key: CacheKey): T | null | undefined {
    return this.layers.findFresh(key)?.value as T | null | undefined;
  }

  /**
   * What this process or Redis holds fresh, in the order of the keys; undefined where that is nothing, or Redis does
   * not say. Never loads, never waits for a load under way and never rejects; all keys are one reading of Redis.
   */
  async findHeld<T>(keys: readonly CacheKey[]): Promise<(T | null | undefined)[]> {
    const held = keys.map((key) => this.peek<T>(key));
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
      return found.entry.value as T | null;
    });
  }

  /**
   * Drops the key here and in Redis; a load under way still answers its readers but is not kept. Other processes drop
   * it when its TTL ends, and so does a Redis that is away. Never rejects.
   */
  async delete(key: CacheKey): Promise<void> {
    this.flights.forget(key);
    this.deletions += 1;
    await this.layers.delete(key);
  }

  stats(): CacheStats {
    return { ...this.counters, ...this.layers.stats };
  }

  onApplicationShutdown(): void {
    this.layers.close();
  }

  /** The value held, or the promise of one; where nobody is reading the key, opens a flight and adds it to `own`. */
  private answerFor(key: CacheKey, own: Flight[]): unknown {
    const entry = this.layers.findFresh(key);
    if (entry !== undefined) {
      this.counters.hitsInProcess += 1;
      return entry.value;
    }
    const underWay = this.flights.find(key);
    if (underWay !== undefined) {
      this.counters.joined += 1;
      return underWay;
    }
    const flight = this.flights.start(key);
    own.push(flight);
    return flight.promise;
  }

  private async fly<T>(flights: readonly Flight[], load: LoadMany<T>): Promise<void> {
    try {
      const missing = await this.landFromRedis(flights);
      if (missing.length > 0) await this.landFromLoad(missing, load);
    } catch (error) {
      for (const flight of flights) flight.reject(error);
    }
  }

  /** Answers the flights whose keys Redis holds, and returns the others. */
  private async landFromRedis(flights: readonly Flight[]): Promise<readonly Flight[]> {
    const found = await this.layers.findShared(flights.map(({ key }) => key));
    return flights.filter((flight, index) => {
      const shared = found[index];
      if (shared === undefined) return true;
      if (this.flights.isCurrent(flight)) this.layers.keep(flight.key, shared);
      this.counters.hitsInRedis += 1;
      flight.resolve(shared.entry.value);
      return false;
    });
  }

  private async landFromLoad<T>(flights: readonly Flight[], load: LoadMany<T>): Promise<void> {
    this.counters.misses += flights.length;
    this.counters.loads += 1;
    let values: ReadonlyMap<string, T | null | Error>;
    try {
      values = await load(flights.map(({ key }) => key));
    } catch (error) {
      this.counters.failures += flights.length;
      throw error;
    }
    for (const flight of flights) this.landWithValue(flight, values.get(flight.key.text));
  }

  private landWithValue(flight: Flight, value: unknown): void {
    try {
      if (value instanceof Error) throw value;
      if (value === undefined) throw new TypeError(`A load gave nothing for ${flight.key.text}; null says that.`);
      if (this.flights.isCurrent(flight)) this.layers.store(flight.key, value);
      flight.resolve(value);
    } catch (error) {
      this.counters.failures += 1;
      flight.reject(error);
    }
  }
}
