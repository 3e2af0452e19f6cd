import { UpstreamUnavailableError } from '../tmdb.errors.js';

const defaultSeconds = 1;
/** So that one bad header can't shut us out for a day. */
export const longestWaitSeconds = 60;

/**
 * Reads a Retry-After header: seconds or an HTTP date. Absent, past or unreadable it counts as 1 s; more than 60 s
 * counts as 60.
 */
export function parseRetryAfter(header: string | undefined, nowMs: number): number {
  const text = header?.trim() ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - nowMs) / 1000);
  return Number.isNaN(seconds) ? defaultSeconds : Math.min(Math.max(seconds, defaultSeconds), longestWaitSeconds);
}

/** Shut by a 429, or a 503 that says when to come back, for as long as TMDb asks; calls then fail at once instead of prolonging the ban. */
export class RetryAfterGate {
  #opensAtMs = 0;

  constructor(private readonly now: () => number) {}

  closeFor(seconds: number): void {
    this.#opensAtMs = Math.max(this.#opensAtMs, this.now() + seconds * 1000);
  }

  /** @throws UpstreamUnavailableError with `retryAfterSeconds` while it is shut. */
  assertOpen(): void {
    const refusal = this.refusal();
    if (refusal !== null) throw refusal;
  }

  /** What callers get while it is shut; null while it is open. */
  refusal(): UpstreamUnavailableError | null {
    const waitMs = this.#opensAtMs - this.now();
    if (waitMs <= 0) return null;
    return new UpstreamUnavailableError({ reason: 'rate-limited', retryAfterSeconds: Math.ceil(waitMs / 1000) });
  }
}
