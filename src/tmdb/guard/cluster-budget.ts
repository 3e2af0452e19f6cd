import type { SharedRedis } from '../../platform/redis/shared-redis.js';
import type { Priority } from '../../platform/request/errand.js';
import { type BudgetAnswer, shutShared, takeShared } from './budget-script.js';
import { type Rate, rateOf, reserveFor, shareOf, TokenBucket } from './token-bucket.js';

/**
 * How long a Redis that did not answer may still be there for the others, who then use all of the budget: a process
 * that was only slow itself finds it well again by then.
 */
const doubtMs = 1500;
const askAgainMs = 100;
/** Longer than any process that shares the Redis needs to find it well again. */
const handoverMs = 3000;

export interface ClusterBudgetOptions {
  /** Of all processes together. */
  readonly perSecond: number;
  /** How many processes there are at most. */
  readonly maxTasks: number;
  /** Absent: this process is the only one. */
  readonly redis?: SharedRedis | undefined;
  /** How many there were when they were last counted; null when they never were. */
  readonly liveProcesses?: () => number | null;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * The calls that TMDb takes from all processes together, kept in Redis. Without Redis a process takes all of it; while
 * Redis is away, its share. Never throws and never waits longer than `SharedRedis` does.
 */
export class ClusterBudget {
  readonly perSecond: number;
  readonly #options: ClusterBudgetOptions;
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #bucket = new TokenBucket();
  /** Until when the share bounds this process, whatever Redis says. */
  #boundUntilMs = Number.NEGATIVE_INFINITY;
  /** Until when it takes nothing, since Redis was lost a moment ago. */
  #shareFromMs = Number.NEGATIVE_INFINITY;

  constructor(options: ClusterBudgetOptions) {
    this.#options = options;
    this.perSecond = options.perSecond;
    this.#rate = rateOf(options.perSecond);
    this.#now = options.now ?? Date.now;
  }

  /** Takes a token for one call, or says how long to wait before asking again. */
  async take(priority: Priority): Promise<BudgetAnswer> {
    const { redis } = this.#options;
    if (redis === undefined) return this.#takeOwn(this.#rate, priority);
    // Redis is back, but others may not know yet and live on their shares.
    const isBound = this.#now() < this.#boundUntilMs;
    if (isBound) {
      const waitMs = this.#bucket.waitMs(this.#share(), priority, this.#now());
      if (waitMs > 0) return { kind: 'wait', waitMs };
    }
    const answer = await redis.ask((client) => takeShared(client, this.#rate, reserveFor(priority, this.#rate)));
    if (answer === undefined) return this.#takeShare(priority);
    if (isBound && answer.kind === 'granted') this.#bucket.take(this.#share(), this.#now());
    return answer;
  }

  /** Tells all processes that TMDb wants no calls for a time; each hears of it with its next `take`. */
  async shut(forMs: number): Promise<void> {
    await this.#options.redis?.ask((client) => shutShared(client, forMs));
  }

  #takeShare(priority: Priority): BudgetAnswer {
    const share = this.#share();
    const now = this.#now();
    if (now >= this.#boundUntilMs) this.#shareFromMs = now + doubtMs;
    this.#boundUntilMs = now + handoverMs;
    if (now < this.#shareFromMs) {
      // What Redis granted a moment ago counts too: the share begins with nothing.
      this.#bucket.empty(share, this.#shareFromMs);
      return { kind: 'wait', waitMs: Math.min(askAgainMs, this.#shareFromMs - now) };
    }
    return this.#takeOwn(share, priority);
  }

  #takeOwn(rate: Rate, priority: Priority): BudgetAnswer {
    const waitMs = this.#bucket.waitMs(rate, priority, this.#now());
    if (waitMs > 0) return { kind: 'wait', waitMs };
    this.#bucket.take(rate, this.#now());
    return { kind: 'granted' };
  }

  #share(): Rate {
    return shareOf(this.perSecond, this.#options.liveProcesses?.() ?? this.#options.maxTasks);
  }
}
