import type { CacheEntry } from './cache-entry.js';
import type { CacheKey } from './cache-key.js';
import type { LoadErrand } from './load-errand.js';

/** How a reading ended: with what Redis held, or with what was loaded for it. */
export interface Landing {
  readonly entry: CacheEntry;
  readonly outcome: 'hit' | 'stale' | 'miss';
}

/** One reading of a key that all who want it wait for. */
export interface Flight {
  readonly key: CacheKey;
  /** Whom it is for; grows as others join. */
  readonly errand: LoadErrand;
  readonly promise: Promise<Landing>;
  readonly resolve: (landing: Landing) => void;
  readonly reject: (error: unknown) => void;
}

/** The readings under way in this process: at most one per key. */
export class SingleFlight {
  private readonly flights = new Map<string, Flight>();

  /** Undefined when nobody is reading the key. */
  find(key: CacheKey): Flight | undefined {
    return this.flights.get(key.text);
  }

  /** Opens a flight, which stays findable until it is resolved, rejected or forgotten. */
  start(key: CacheKey, errand: LoadErrand): Flight {
    const { promise, resolve, reject } = Promise.withResolvers<Landing>();
    // A refresh may fail with nobody waiting; whoever waits hears of it all the same.
    promise.catch(() => undefined);
    const flight: Flight = {
      key,
      errand,
      promise,
      resolve: (landing) => {
        this.end(flight);
        resolve(landing);
      },
      reject: (error) => {
        this.end(flight);
        reject(error);
      },
    };
    this.flights.set(key.text, flight);
    return flight;
  }

  /** Lets those who wait have the answer, but nobody joins any more and it is no longer current. */
  forget(key: CacheKey): void {
    this.flights.delete(key.text);
  }

  isCurrent(flight: Flight): boolean {
    return this.flights.get(flight.key.text) === flight;
  }

  private end(flight: Flight): void {
    if (this.isCurrent(flight)) this.flights.delete(flight.key.text);
  }
}
