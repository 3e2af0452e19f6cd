import { ConsecutiveBreaker } from 'cockatiel';
import { type UpstreamFailure, UpstreamUnavailableError } from '../tmdb.errors.js';
import { Circuit, type Pass } from './circuit.js';
import { FaultRate } from './fault-rate.js';

const faultProbeAfterMs = 1000;
/** A key that is revoked stays so for long; once it is mended, nobody should have to restart us. */
const keyProbeAfterMs = 15_000;

export interface Admission {
  readonly isProbe: boolean;
  readonly passes: readonly [key: Pass, faults: Pass];
}

/** The two circuits to TMDb: one opens while it fails, the other while it does not accept our token. */
export class Circuits {
  readonly #key: Circuit;
  readonly #faults: Circuit;

  /** `onOpen` is told of each opening, with what callers get from then on. */
  constructor(onOpen: (refusal: UpstreamUnavailableError) => void) {
    this.#key = new Circuit({
      breaker: new ConsecutiveBreaker(1),
      probeAfterMs: keyProbeAfterMs,
      // That nothing was answered does not prove that the key is good.
      counts: ({ reason, status }, isProbe) => reason === 'unauthorized' || (isProbe && status === undefined),
      // Nothing tells when an operator mends the key, so that no time is promised.
      refusal: () => new UpstreamUnavailableError({ reason: 'unauthorized' }),
      onOpen,
    });
    this.#faults = new Circuit({
      breaker: new FaultRate(Date.now),
      probeAfterMs: faultProbeAfterMs,
      counts: (failure, isProbe) => isFault(failure) || (isProbe && failure.isCutShort === true),
      refusal: (retryAfterSeconds) => new UpstreamUnavailableError({ reason: 'circuit-open', retryAfterSeconds }),
      onOpen,
    });
  }

  /** Why TMDb is left alone, as callers are told; null while it is not. */
  get refusal(): 'unauthorized' | 'circuit-open' | null {
    if (this.#key.isOpen) return 'unauthorized';
    return this.#faults.isOpen ? 'circuit-open' : null;
  }

  /** @throws UpstreamUnavailableError while one of them is open. */
  async admit(): Promise<Admission> {
    const key = await this.#key.admit();
    try {
      const faults = await this.#faults.admit();
      return { isProbe: key.isProbe || faults.isProbe, passes: [key, faults] };
    } catch (error) {
      this.#key.giveBack(key);
      throw error;
    }
  }

  giveBack({ passes: [key, faults] }: Admission): void {
    this.#key.giveBack(key);
    this.#faults.giveBack(faults);
  }

  run<T>({ passes: [key, faults] }: Admission, attempt: () => Promise<T>): Promise<T> {
    return this.#key.run(key, () => this.#faults.run(faults, attempt));
  }
}

/** What tells that TMDb is not well. That it asks to wait has a gate of its own; what is wrong with a request is ours. */
function isFault({ reason, status = 0, retryAfterSeconds, isCutShort }: UpstreamFailure): boolean {
  if (retryAfterSeconds !== undefined || isCutShort) return false;
  if (reason === 'status') return status >= 500;
  return reason === 'timeout' || reason === 'connection' || reason === 'bad-body' || reason === 'too-large';
}
