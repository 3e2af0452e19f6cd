import { circuitBreaker, CircuitState, handleWhen, type IBreaker } from 'cockatiel';
import { withinLimit } from '../../platform/resilience/time-limit.js';
import { type UpstreamFailure, UpstreamUnavailableError } from '../tmdb.errors.js';

/** A TMDb that is well has answered a probe by then. */
const probePatienceMs = 500;

export interface CircuitOptions {
  readonly breaker: IBreaker;
  readonly probeAfterMs: number;
  /** Which failures count against TMDb; all others tell that it is there. A probe has more to prove. */
  readonly counts: (failure: UpstreamFailure, isProbe: boolean) => boolean;
  /** What callers get while it is open. */
  readonly refusal: (retryAfterSeconds: number) => UpstreamUnavailableError;
  /** Told of each opening, also when a probe failed. */
  readonly onOpen: (refusal: UpstreamUnavailableError) => void;
}

/** The right to make one attempt; given back when it is over or was not made. */
export interface Pass {
  readonly isProbe: boolean;
}

const ordinary: Pass = { isProbe: false };

/**
 * A circuit breaker by cockatiel, which has no clock but `Date.now`. While it is open all are refused at once, but for
 * one probe at a time. Who comes meanwhile waits for it a moment, so that the first page after an outage is whole;
 * cockatiel alone would let them wait for as long as it takes.
 */
export class Circuit {
  readonly #options: CircuitOptions;
  readonly #policy;
  #openedAtMs = 0;
  #probe: PromiseWithResolvers<void> | null = null;

  constructor(options: CircuitOptions) {
    this.#options = options;
    const faults = handleWhen(
      (error) => error instanceof UpstreamUnavailableError && options.counts(error.failure, this.#probe !== null),
    );
    this.#policy = circuitBreaker(faults, { breaker: options.breaker, halfOpenAfter: options.probeAfterMs });
    this.#policy.onBreak(() => {
      this.#openedAtMs = Date.now();
      options.onOpen(this.#refusal());
    });
  }

  /** Nothing but probes goes out. */
  get isOpen(): boolean {
    return this.#policy.state !== CircuitState.Closed;
  }

  /** @throws UpstreamUnavailableError while it is open. */
  async admit(): Promise<Pass> {
    const pass = this.#passNow();
    if (pass !== null) return pass;
    if (this.#probe !== null) await withinLimit(this.#probe.promise, probePatienceMs).catch(() => undefined);
    const late = this.#passNow();
    if (late === null) throw this.#refusal();
    return late;
  }

  giveBack(pass: Pass): void {
    if (!pass.isProbe) return;
    this.#probe?.resolve();
    this.#probe = null;
  }

  /** @throws UpstreamUnavailableError when it opened since the pass was given; else what the attempt throws. */
  async run<T>(pass: Pass, attempt: () => Promise<T>): Promise<T> {
    if (!pass.isProbe && this.isOpen) throw this.#refusal();
    return this.#policy.execute(attempt);
  }

  #passNow(): Pass | null {
    if (!this.isOpen) return ordinary;
    const isDue = Date.now() - this.#openedAtMs >= this.#options.probeAfterMs;
    if (this.#probe !== null || !isDue) return null;
    this.#probe = Promise.withResolvers<void>();
    return { isProbe: true };
  }

  #refusal(): UpstreamUnavailableError {
    const leftMs = this.#openedAtMs + this.#options.probeAfterMs - Date.now();
    return this.#options.refusal(Math.max(1, Math.ceil(leftMs / 1000)));
  }
}
