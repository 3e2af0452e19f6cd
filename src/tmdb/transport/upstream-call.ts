import type { UpstreamFailureReason } from '../tmdb.errors.js';

/** One request that went out to TMDb, retries counted apart. */
export interface UpstreamCallEvent {
  /** Such as `movie/{id}`. */
  readonly family: string;
  /** Which attempt of its call this was, from 1. */
  readonly attempts: number;
  readonly durationMs: number;
  /** The HTTP status; absent without an answer. */
  readonly status?: number;
  /** Why it failed; absent when it gave a body or "there is none". */
  readonly reason?: UpstreamFailureReason;
}

export type UpstreamObserver = (event: UpstreamCallEvent) => void;
