import { LRUCache } from 'lru-cache';

/** An error that need not be provoked again at once: whoever comes meanwhile can have the same. */
export interface RememberedError extends Error {
  readonly rememberedForMs: number;
}

interface Failure {
  readonly error: unknown;
  readonly until: number;
  readonly refreshFrom: number;
}

const maxFailures = 10_000;

/** How long a refresh that failed is not tried again, at least. */
const refreshPauseMs = 2000;

/** The loads that failed a moment ago, by key, so that what is broken is not asked for at every read. */
export class FailureMemory {
  private readonly failures = new LRUCache<string, Failure>({ max: maxFailures });

  constructor(private readonly clock: () => number) {}

  note(key: string, error: unknown): void {
    const now = this.clock();
    const rememberedForMs = isRemembered(error) ? error.rememberedForMs : 0;
    this.failures.set(key, {
      error,
      until: now + rememberedForMs,
      refreshFrom: now + Math.max(rememberedForMs, refreshPauseMs),
    });
  }

  forget(key: string): void {
    this.failures.delete(key);
  }

  /** The error that a load would meet again; undefined when it may be tried. */
  recent(key: string): unknown {
    const failure = this.failures.get(key);
    return failure !== undefined && this.clock() < failure.until ? failure.error : undefined;
  }

  /** Whether a refresh is to wait, since one failed a moment ago. */
  holdsRefresh(key: string): boolean {
    return this.clock() < (this.failures.get(key)?.refreshFrom ?? 0);
  }
}

function isRemembered(error: unknown): error is RememberedError {
  return error instanceof Error && 'rememberedForMs' in error && typeof error.rememberedForMs === 'number';
}
