import { UpstreamAbandonedError, type UpstreamUnavailableError } from '../tmdb.errors.js';
import { RetryAfterGate } from '../transport/retry-after-gate.js';
import { Circuits } from './circuits.js';
import type { ClusterBudget } from './cluster-budget.js';
import { TurnQueue } from './turn-queue.js';
import type { TurnRequest } from './waiting-turn.js';

export interface UpstreamGuardOptions {
  readonly budget: Pick<ClusterBudget, 'perSecond' | 'take' | 'shut'>;
  /** How long a call may take in all. */
  readonly deadlineMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told when calls are held back from now on, and why. */
  readonly onOpen: (refusal: UpstreamUnavailableError) => void;
}

/** A probe is made to its end: given up half-way, it would tell nothing. */
const never = new AbortController().signal;

/**
 * Stands before every attempt, so that TMDb is asked no more than it takes: circuit closed, gate open, then a turn with
 * a token and one of the places.
 */
export class UpstreamGuard {
  readonly #budget: UpstreamGuardOptions['budget'];
  readonly #circuits: Circuits;
  readonly #gate: RetryAfterGate;
  readonly #queue: TurnQueue;

  constructor({ budget, deadlineMs, now, onOpen }: UpstreamGuardOptions) {
    this.#budget = budget;
    this.#gate = new RetryAfterGate(now);
    this.#queue = new TurnQueue({
      perSecond: budget.perSecond,
      patienceMs: deadlineMs,
      take: (priority) => budget.take(priority),
      onShut: (forMs) => this.#shutHere(forMs / 1000),
      now,
    });
    this.#circuits = new Circuits((refusal) => {
      this.#queue.refuseAll(refusal);
      onOpen(refusal);
    });
  }

  /** How many calls wait for their turn, and how many are under way. */
  get load(): { readonly waiting: number; readonly inFlight: number } {
    return this.#queue;
  }

  /** Why TMDb is left alone; null while it is not. */
  get refusal(): Circuits['refusal'] {
    return this.#circuits.refusal;
  }

  /**
   * Makes one attempt in its turn; the signal it gets is aborted when nobody waits for it any more.
   *
   * @throws UpstreamUnavailableError at once while calls are held back; UpstreamBusyError when no turn comes in time;
   * UpstreamAbandonedError when nobody waits any more; else what the attempt throws.
   */
  async run<T>(request: TurnRequest, attempt: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const admission = await this.#circuits.admit();
    try {
      this.#gate.assertOpen();
      const end = await this.#queue.enter(request);
      try {
        const signal = admission.isProbe ? never : request.signal;
        return await this.#circuits.run(admission, () => attempt(signal));
      } finally {
        end();
      }
    } finally {
      this.#circuits.giveBack(admission);
    }
  }

  /** TMDb asks to be left alone: no process calls it, and who waits is told how long. */
  shut(seconds: number): void {
    this.#shutHere(seconds);
    void this.#budget.shut(seconds * 1000);
  }

  /** Refuses all who wait. */
  close(): void {
    this.#queue.refuseAll(new UpstreamAbandonedError());
  }

  #shutHere(seconds: number): void {
    this.#gate.closeFor(seconds);
    const refusal = this.#gate.refusal();
    if (refusal !== null) this.#queue.refuseAll(refusal);
  }
}
