import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateKey } from './attempt-key.js';
import type { SharedRedis } from '../redis/shared-redis.js';

interface Limiters {
  readonly memory: RateLimiterMemory;
  readonly redis: RateLimiterRedis | undefined;
}

/** So many per window and subject; windows begin with the first. One pair of limiters for each scope and rate. */
export class RateLimits {
  private readonly limiters = new Map<string, Limiters>();

  constructor(private readonly redis: SharedRedis | undefined) {}

  /**
   * The milliseconds to wait, 0 when it may be done. It counts in this process first and always, so that there is a
   * count when Redis goes away or forgets.
   */
  async takeOne(key: RateKey, id: string): Promise<number> {
    const { memory, redis } = this.limitersOf(key);
    const waitMs = await waitMsOf(memory, id);
    if (waitMs > 0 || redis === undefined) return waitMs;
    return (await this.redis?.ask(() => waitMsOf(redis, id))) ?? 0;
  }

  private limitersOf({ scope, points, windowSeconds }: RateKey): Limiters {
    const name = JSON.stringify([scope, points, windowSeconds]);
    const known = this.limiters.get(name);
    if (known !== undefined) return known;
    const options = { keyPrefix: 'watchme:rate', points, duration: windowSeconds };
    const limiters: Limiters = {
      memory: new RateLimiterMemory(options),
      redis: this.redis && new RateLimiterRedis({ ...options, storeClient: this.redis.client, useRedisPackage: true }),
    };
    this.limiters.set(name, limiters);
    return limiters;
  }
}

async function waitMsOf(limiter: RateLimiterAbstract, id: string): Promise<number> {
  try {
    await limiter.consume(id);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
    throw refusal;
  }
}
