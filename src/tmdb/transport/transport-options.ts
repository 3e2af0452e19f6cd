import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppConfig } from '../../config/app-config.js';
import type { LogSink } from './rate-limited-log.js';
import type { UpstreamObserver } from './upstream-call.js';

/** Stands around every attempt, retries included: the place of whatever counts or holds back calls to TMDb. */
export type UpstreamGuard = <T>(attempt: () => Promise<T>) => Promise<T>;

export interface TransportOptions {
  readonly tmdb: Omit<AppConfig['tmdb'], 'imageBaseUrl'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Rejects when the signal aborts. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly logger: LogSink;
  readonly guard: UpstreamGuard;
  /** Hears of every attempt of every call. */
  readonly onCall?: UpstreamObserver | undefined;
}

/** The options of a running app; tests put their own clock, chance and sleep in. */
export function transportOptions(
  tmdb: TransportOptions['tmdb'],
  overrides: Partial<TransportOptions> = {},
): TransportOptions {
  return {
    tmdb,
    now: Date.now,
    random: Math.random,
    sleep: (ms, signal) => sleep(ms, undefined, { signal }),
    logger: new Logger('TmdbClient'),
    guard: (attempt) => attempt(),
    ...overrides,
  };
}
