import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppConfig } from '../../config/app-config.js';
import type { LogSink } from './rate-limited-log.js';
import type { UpstreamObserver } from './upstream-call.js';

/** Stands around every attempt, retries included: what counts calls to TMDb or holds them back goes here. */
export type UpstreamGuard = <T>(attempt: () => Promise<T>) => Promise<T>;

export interface TransportOptions {
  readonly tmdb: Omit<AppConfig['tmdb'], 'imageBaseUrl'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly logger: LogSink;
  readonly guard: UpstreamGuard;
  /** When whoever waits for the calls made now has waited enough, in milliseconds since 1970. */
  readonly callerDeadlineAt: () => number;
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
    sleep: (ms) => sleep(ms),
    logger: new Logger('TmdbClient'),
    guard: (attempt) => attempt(),
    callerDeadlineAt: () => Infinity,
    ...overrides,
  };
}
