import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppConfig } from '../../config/app-config.js';
import { currentErrand, type Errand } from '../../platform/request/errand.js';
import { ClusterBudget } from '../guard/cluster-budget.js';
import type { LogSink } from './rate-limited-log.js';
import type { UpstreamObserver } from './upstream-call.js';

/** Stands around every attempt, retries included, and its wait for a turn: it may refuse it. */
export type AttemptLimit = <T>(attempt: () => Promise<T>) => Promise<T>;

export interface TransportOptions {
  readonly tmdb: Omit<AppConfig['tmdb'], 'imageBaseUrl'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly logger: LogSink;
  readonly limit: AttemptLimit;
  /** What TMDb takes of all processes. */
  readonly budget: ClusterBudget;
  /** What the calls made now are made for. */
  readonly errand: () => Errand;
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
    limit: (attempt) => attempt(),
    budget: new ClusterBudget({ perSecond: 34, maxTasks: 1 }),
    errand: currentErrand,
    ...overrides,
  };
}
