import { circuitBreaker, CircuitState, handleWhen, type IBreaker } from 'cockatiel';
import { type UpstreamFailure, UpstreamUnavailableError } from '../tmdb.errors.js';

export interface CircuitOptions {
  readonly breaker: IBreaker;
  readonly probeAfterMs: number;
  /** Which failures count against TMDb; all others tell that it is there. */
  readonly counts: (failure: UpstreamFailure) => boolean;
  /** What callers get while it is open. */
  readonly refusal: (retryAfterSeconds: number) => UpstreamUnavailableError;
  /** Told of each opening, also when a probe failed. */
  readonly onOpen: (refusal: UpstreamUnavailableError) => void;
}

/** The right to make one attempt; given back when it is over or was not made. */
export interface Pass {
  readonly isProbe: boolean;
}

/**
 * A circuit breaker by cockatiel, which has no clock but `Date.now`. While it is open all are refused at once, but for
 * one probe at a time; cockatiel alone would let the others wait for the probe.
 */
export class Circuit {
  readonly #options: CircuitOptions;
  readonly #policy;
  #openedAtMs = 0;
  #isProbing = false;

  constructor(options: CircuitOptions) {
    this.#options = options;
    const faults = handleWhen((error) => error instanceof UpstreamUnavailableError && options.counts(error.failure));
    this.#policy = circuitBreaker(faults, { breaker: options.breaker, halfOpenAfter: options.probeAfterMs });
    this.#policy.onBreak(() => {
      this.#openedAtMs = Date.now();
      options.onOpen(this.#refusal());
    });
  }

  /** @throws UpstreamUnavailableError while it is open and no probe is due. */
  admit(): Pass {
    if (this.#policy.state === CircuitState.Closed) return { isProbe: false };
    if (this.#isProbing || Date.now() - this.#openedAtMs < this.#options.probeAfterMs) throw this.#refusal();
    this.#isProbing = true;
    return { isProbe: true };
  }

  giveBack(pass: Pass): void {
    if (pass.isProbe) this.#isProbing = false;
  }

  /** @throws UpstreamUnavailableError when it opened since the pass was given; else what the attempt throws. */
  async run<T>(pass: Pass, attempt: () => Promise<T>): Promise<T> {
    if (!pass.isProbe && this.#policy.state !== CircuitState.Closed) throw this.#refusal();
    return this.#policy.execute(attempt);
  }

  #refusal(): UpstreamUnavailableError {
    const leftMs = this.#openedAtMs + this.#options.probeAfterMs - Date.now();
    return this.#options.refusal(Math.max(1, Math.ceil(leftMs / 1000)));
  }
}
