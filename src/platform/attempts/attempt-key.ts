/** What is counted for guesses: tries of one kind at one thing. */
export interface AttemptKey {
  /** The kind, such as `login-by-address`: part of the key in Redis, so plain and not secret. */
  readonly scope: string;
  /** Who or what, such as an e-mail address or an IP. It is never stored in clear. */
  readonly subject: string;
  /** How many in a row need not wait; at least 1. */
  readonly freeTries: number;
  /** The bound of the growing wait; 15 minutes unless told. */
  readonly longestWaitSeconds?: number;
  /** How long after the last try all is forgotten; 24 hours unless told. */
  readonly forgetAfterSeconds?: number;
}

/** So many in each window of time, whatever comes of them. */
export interface RateKey {
  readonly scope: string;
  /** Never stored in clear. */
  readonly subject: string;
  readonly points: number;
  readonly windowSeconds: number;
}

/** Whether it may be tried; if not, when. */
export type AttemptOutcome =
  | { readonly allowed: true }
  /** Whole seconds, at least 1. */
  | { readonly allowed: false; readonly retryAfterSeconds: number };

/** @param waitMs 0 or less: none. */
export function outcomeOf(waitMs: number): AttemptOutcome {
  return waitMs <= 0 ? { allowed: true } : { allowed: false, retryAfterSeconds: Math.ceil(waitMs / 1000) };
}
