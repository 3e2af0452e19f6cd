import { createHmac } from 'node:crypto';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import type { SharedRedis } from '../redis/shared-redis.js';
import type { RequestContext } from '../request/request-context.js';
import { CallWindows, windowMs } from './call-windows.js';
import { RateLimitedError } from './rate-limited.error.js';

/** What is left of a budget. */
export interface BudgetLeft {
  readonly limit: number;
  readonly remaining: number;
  /** Whole seconds until all of it is there again. */
  readonly resetSeconds: number;
}

/** Who asks. */
export type Asking = Pick<RequestContext, 'client' | 'credentials'>;

/** Says how a call that was reserved ended: whether it was made at all. */
export type Settle = (isMade: boolean) => void;

export interface CallBudgetOptions {
  /** Of a client, and of an account; undefined: without end. */
  readonly callsPerMinute: number | undefined;
  /** Keys the hashes of subjects in Redis: the same in all processes that count together. */
  readonly secret: string;
  /** Absent: this process counts alone. */
  readonly redis?: SharedRedis | undefined;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/**
 * The calls upstream that a client's address and an account may cause in a minute, counted in Redis for all processes.
 * It is asked at once and answers by what this process knows: its own count, and what Redis said last. So nothing
 * waits for it, requests that cause no call cost nothing, and without Redis each process counts alone. A process that
 * has not heard of the others in a window may let through what it makes until it does.
 */
export class CallBudget {
  private readonly windows = new CallWindows();
  private readonly shared: RateLimiterRedis | undefined;
  private readonly clock: () => number;

  constructor(private readonly options: CallBudgetOptions) {
    const { redis, callsPerMinute = 0, clock = Date.now } = options;
    this.clock = clock;
    this.shared =
      redis &&
      new RateLimiterRedis({
        keyPrefix: 'watchme:calls',
        points: callsPerMinute,
        duration: windowMs / 1000,
        storeClient: redis.client,
        useRedisPackage: true,
      });
  }

  get isOn(): boolean {
    return this.options.callsPerMinute !== undefined;
  }

  /** What is left of the tighter of both budgets; null where there is none. */
  left(request: Asking): BudgetLeft | null {
    const { callsPerMinute: limit } = this.options;
    if (limit === undefined) return null;
    const now = this.clock();
    const all = subjectsOf(request).map((subject) => this.windows.find(subject, now));
    const { used, endsAt } = all.reduce((one, other) => (other.used > one.used ? other : one));
    return { limit, remaining: Math.max(0, limit - used), resetSeconds: secondsUntil(endsAt, now) };
  }

  /**
   * Counts a call before it is made.
   *
   * @throws RateLimitedError when one of the budgets is used up.
   */
  reserve(request: RequestContext): Settle {
    const { callsPerMinute: limit } = this.options;
    if (limit === undefined) return () => undefined;
    const now = this.clock();
    const subjects = subjectsOf(request);
    const full = subjects.map((subject) => this.windows.find(subject, now)).filter(({ used }) => used >= limit);
    if (full.length > 0) {
      throw new RateLimitedError(request, Math.max(...full.map(({ endsAt }) => secondsUntil(endsAt, now))));
    }
    for (const subject of subjects) this.windows.add(subject, 1, now);
    return (isMade) => {
      for (const subject of subjects) {
        if (isMade) void this.tell(subject);
        else this.windows.add(subject, -1, this.clock());
      }
    };
  }

  /** Counts a call for all processes, and learns what they have counted. */
  private async tell(subject: string): Promise<void> {
    const { shared } = this;
    if (shared === undefined) return;
    const heard = await this.options.redis?.ask(() => shared.penalty(this.idOf(subject), 1));
    if (heard === undefined || heard.msBeforeNext <= 0) return;
    const now = this.clock();
    this.windows.learn(subject, { used: heard.consumedPoints, endsAt: now + heard.msBeforeNext }, now);
  }

  /** Keyed, because plain hashes of addresses can be guessed. */
  private idOf(subject: string): string {
    return createHmac('sha256', this.options.secret)
      .update(JSON.stringify(['calls', subject]))
      .digest('base64url');
  }
}

function subjectsOf({ client, credentials }: Asking): string[] {
  return credentials === null ? [`client ${client}`] : [`client ${client}`, `account ${credentials.userId}`];
}

function secondsUntil(endsAt: number, now: number): number {
  return Math.max(1, Math.ceil((endsAt - now) / 1000));
}
