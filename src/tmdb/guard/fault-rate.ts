import type { IBreaker } from 'cockatiel';

const windowMs = 5000;
const leastFailures = 10;

/**
 * Opens a circuit when at least ten attempts failed within 5 s, and at least half of all did: ten, so that the retries
 * of two unlucky calls are not an outage. cockatiel's SamplingBreaker forgets only while it is used, so that at low
 * traffic the faults of an hour ago would still count.
 */
export class FaultRate implements IBreaker {
  /** Nothing is carried over to another process. */
  readonly state = null;
  /** In the order of time. */
  #outcomes: { readonly isFault: boolean; readonly atMs: number }[] = [];

  constructor(private readonly now: () => number) {}

  success(): void {
    this.#add(false);
  }

  failure(): boolean {
    this.#add(true);
    const failures = this.#outcomes.filter(({ isFault }) => isFault).length;
    return failures >= leastFailures && failures * 2 >= this.#outcomes.length;
  }

  #add(isFault: boolean): void {
    const nowMs = this.now();
    this.#outcomes = this.#outcomes.filter(({ atMs }) => nowMs - atMs < windowMs);
    this.#outcomes.push({ isFault, atMs: nowMs });
  }
}
