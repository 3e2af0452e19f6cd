import { setTimeout as pause } from 'node:timers/promises';
import { onErrand } from '../request/errand.js';
import { OwnRefusalError } from '../request/own-refusal.error.js';
import type { CacheKey } from './cache-key.js';
import type { CacheLayers } from './cache-layers.js';
import type { CacheCounters } from './cache-stats.js';
import type { FailureMemory } from './failure-memory.js';
import type { Leases } from './leases.js';
import type { LoadErrand } from './load-errand.js';
import { ReadGivenUpError } from './read-wait.js';
import type { Flight, SingleFlight } from './single-flight.js';

/** Answers for keys by `key.text`; null says that there is none, an Error that this key alone failed. */
export type LoadMany<T> = (missing: readonly CacheKey[]) => Promise<ReadonlyMap<string, T | null | Error>>;

const firstPauseMs = 20;
const longestPauseMs = 200;

export interface LoadsParts {
  readonly layers: CacheLayers;
  readonly flights: SingleFlight;
  readonly failures: FailureMemory;
  readonly counters: CacheCounters;
  /** Absent: this process loads for itself. */
  readonly leases: Leases | undefined;
}

interface Work<T> {
  readonly flights: readonly Flight[];
  readonly load: LoadMany<T>;
  readonly errand: LoadErrand;
  /** How long to wait for another process. */
  readonly pauseMs: number;
}

/** Brings flights down that nothing held can end: one load for all processes, whose outcome is kept. */
export class Loads {
  constructor(private readonly parts: LoadsParts) {}

  /** Never rejects; each flight ends one way or the other. */
  async run<T>(flights: readonly Flight[], load: LoadMany<T>, errand: LoadErrand): Promise<void> {
    try {
      await onErrand(errand, () => this.claimAndLoad({ flights, load, errand, pauseMs: firstPauseMs }));
    } catch (error) {
      for (const flight of flights) flight.reject(error);
    }
  }

  private async claimAndLoad<T>(work: Work<T>): Promise<void> {
    const { flights, load } = work;
    const { leases } = this.parts;
    if (leases === undefined) return this.load(flights, load);
    const claims = await leases.claim(flights.map(({ key }) => key));
    const own = flights.filter((_, index) => claims[index]?.isMine);
    const others = flights.filter((_, index) => claims[index]?.isMine === false);
    const texts = claims.filter((claim) => claim.isMine).map(({ text }) => text);
    await Promise.all([this.loadOwn(own, texts, load), this.waitForOthers({ ...work, flights: others })]);
  }

  /** Looks again after a while: another process has loaded them by then, or given up. */
  private async waitForOthers<T>({ flights, load, errand, pauseMs }: Work<T>): Promise<void> {
    if (flights.length === 0) return;
    // A refresh that another process is at is its business.
    if (errand.priority !== 'reader' || errand.signal.aborted || Date.now() > errand.deadlineAt()) {
      for (const { reject } of flights) reject(new ReadGivenUpError());
      return;
    }
    await pause(pauseMs);
    await this.claimAndLoad({ flights, load, errand, pauseMs: Math.min(2 * pauseMs, longestPauseMs) });
  }

  /** `texts` are what Redis holds by now, in the order of the flights. */
  private async loadOwn<T>(
    flights: readonly Flight[],
    texts: readonly (string | undefined)[],
    load: LoadMany<T>,
  ): Promise<void> {
    const { leases, layers, counters } = this.parts;
    if (flights.length === 0 || leases === undefined) return;
    const release = leases.hold(flights.map(({ key }) => key));
    try {
      const missing = flights.filter((flight, index) => {
        const held = layers.read(flight.key, texts[index]);
        if (held?.isFresh !== true) return true;
        if (this.parts.flights.isCurrent(flight)) layers.keep(flight.key, held);
        counters.count(flight.key.kind.name, 'hitsInRedis');
        flight.resolve({ entry: held.entry, outcome: 'hit' });
        return false;
      });
      if (missing.length > 0) await this.load(missing, load);
    } finally {
      release();
    }
  }

  private async load<T>(flights: readonly Flight[], load: LoadMany<T>): Promise<void> {
    this.parts.counters.loads += 1;
    let values: ReadonlyMap<string, unknown>;
    try {
      values = await load(flights.map(({ key }) => key));
    } catch (error) {
      for (const flight of flights) this.fail(flight, error);
      return;
    }
    await Promise.all(flights.map((flight) => this.land(flight, values.get(flight.key.text))));
  }

  /** Resolves when Redis has what was landed; nobody but a lease waits for that. */
  private async land(flight: Flight, value: unknown): Promise<void> {
    const { layers, failures, flights } = this.parts;
    const { key } = flight;
    try {
      if (value instanceof Error) throw value;
      if (value === undefined) throw new TypeError(`A load gave nothing for ${key.text}; null says that.`);
      const stored = flights.isCurrent(flight) ? layers.store(key, value) : undefined;
      failures.forget(key.text);
      flight.resolve({ entry: stored?.entry ?? layers.passing(key, value), outcome: 'miss' });
      await stored?.written;
    } catch (error) {
      this.fail(flight, error);
    }
  }

  private fail(flight: Flight, error: unknown): void {
    this.parts.counters.count(flight.key.kind.name, 'failures');
    // What was called off, or refused to one, says nothing of the key.
    if (!flight.errand.signal.aborted && !(error instanceof OwnRefusalError))
      this.parts.failures.note(flight.key.text, error);
    flight.reject(error);
  }
}
