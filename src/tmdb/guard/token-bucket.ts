import type { Priority } from '../../platform/request/errand.js';

/** How fast calls may go out: one an interval, and a burst of as many as were left unused before. */
export interface Rate {
  readonly intervalMs: number;
  readonly burst: number;
}

/** The rate of the whole cluster: 34 a second have a burst of 4, so that no second sees more than 38. */
export function rateOf(perSecond: number): Rate {
  return { intervalMs: 1000 / perSecond, burst: Math.max(4, Math.ceil(perSecond / 8.5)) };
}

/**
 * The rate of one of so many processes that can't agree. Calls that are an interval apart may be one more in a second
 * than the rate says; the interval is such that all processes together stay at what the whole rate allows.
 */
export function shareOf(perSecond: number, processes: number): Rate {
  const whole = rateOf(perSecond);
  if (processes <= 1) return whole;
  const mostInSecond = Math.max(1, Math.floor((perSecond + whole.burst) / processes));
  return { intervalMs: Math.max(processes * whole.intervalMs, 1000 / mostInSecond + 1), burst: 1 };
}

/** How many tokens work of a priority has to leave, so that readers who come meanwhile need not wait for it. */
export function reserveFor(priority: Priority, { burst }: Rate): number {
  if (priority === 'reader') return 0;
  return priority === 'refresh' ? Math.floor(burst / 2) : burst - 1;
}

/** Tokens of one process, by the arithmetic that `budget-script.ts` has for all (GCRA); full at first. */
export class TokenBucket {
  /** When it would be full again. */
  #fullAtMs = Number.NEGATIVE_INFINITY;

  /** Milliseconds until a token is there for work of this priority; 0 for now. */
  waitMs(rate: Rate, priority: Priority, nowMs: number): number {
    const freeMs = (rate.burst - 1 - reserveFor(priority, rate)) * rate.intervalMs;
    return Math.max(0, Math.max(this.#fullAtMs, nowMs) - nowMs - freeMs);
  }

  take(rate: Rate, nowMs: number): void {
    this.#fullAtMs = Math.max(this.#fullAtMs, nowMs) + rate.intervalMs;
  }

  /** Takes all tokens: the next comes after an interval. */
  empty(rate: Rate, nowMs: number): void {
    this.#fullAtMs = nowMs + rate.burst * rate.intervalMs;
  }
}
