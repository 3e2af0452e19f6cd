import type { CacheKey } from './cache-key.js';

/** One reading of a key that all who want it wait for. */
export interface Flight {
  readonly key: CacheKey;
  readonly promise: Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** The readings under way in this process: at most one per key. */
export class SingleFlight {
  private readonly flights = new Map<string, Flight>();

  /** Undefined when nobody is reading the key. */
  find(key: CacheKey): Promise<unknown> | undefined {
    return this.flights.get(key.text)?.promise;
  }

  /** Opens a flight, which stays findable until it is resolved, rejected or forgotten. */
  start(key: CacheKey): Flight {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const flight: Flight = {
      key,
      promise,
      resolve: (value) => {
        this.end(flight);
        resolve(value);
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
