import { outsideRequest } from '../../request/current-request.js';

/** The time an operation may take before it is given up; tests shorten it. */
export const operationTiming = { limitMs: 10_000 };

const lookEveryMs = 100;

interface Waiting {
  /** As `performance.now()` tells it. */
  readonly until: number;
  readonly giveUp: () => void;
}

/** Gives up what takes too long, by one timer for all: each operation would pay for one of its own. */
export class Overdue {
  private readonly waiting = new Set<Waiting>();
  private timer: NodeJS.Timeout | undefined;

  /** Calls `giveUp` when the time is over, unless what is returned is called before. */
  watch(giveUp: () => void): () => void {
    const one = { until: performance.now() + operationTiming.limitMs, giveUp };
    this.waiting.add(one);
    // For no request of those whose time it looks after.
    this.timer ??= outsideRequest(() => setInterval(() => this.look(), lookEveryMs).unref());
    return () => void this.waiting.delete(one);
  }

  private look(): void {
    const now = performance.now();
    for (const one of this.waiting) {
      if (one.until > now) continue;
      this.waiting.delete(one);
      one.giveUp();
    }
    if (this.waiting.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
