import { createHmac } from 'node:crypto';
import { type AttemptCounter, type AttemptSlot, attemptSlot } from './attempt-counter.js';
import { type AttemptKey, type AttemptOutcome, outcomeOf, type RateKey } from './attempt-key.js';
import { MemoryAttempts } from './memory-attempts.js';
import { RateLimits } from './rate-limits.js';
import { clearShared, giveBackShared, tryShared } from './redis-attempts.js';
import type { SharedRedis } from '../redis/shared-redis.js';

export interface AttemptsOptions {
  /** Keys the hashes of subjects: the same in all processes that count together. */
  readonly secret: string;
  /** Absent: this process counts alone. */
  readonly redis?: SharedRedis | undefined;
  readonly clock?: () => number;
}

/**
 * Bounds guessing, for all processes on one Redis, or for this one while Redis is away: there is no state in which
 * nothing is counted. Never rejects.
 */
export class AttemptsService {
  private readonly memory = new MemoryAttempts();
  private readonly rates: RateLimits;
  private readonly secret: string;
  private readonly redis: SharedRedis | undefined;
  private readonly clock: () => number;

  constructor({ secret, redis, clock = Date.now }: AttemptsOptions) {
    this.secret = secret;
    this.redis = redis;
    this.clock = clock;
    this.rates = new RateLimits(redis);
  }

  /**
   * Reserves a try before it is made, so that parallel ones do not all pass. All keys have to allow it; a refusal
   * counts nowhere. The first `freeTries` in a row are allowed, then one after each wait: 30 seconds, doubling.
   */
  async tryOnce(keys: readonly AttemptKey[]): Promise<AttemptOutcome> {
    const slots = keys.map((key) => this.slotOf(key));
    const now = this.clock();
    const known = slots.map((slot) => ({ slot, known: this.memory.find(slot, now) }));
    const shared = await this.redis?.ask((client) => tryShared(client, known, now));
    if (shared === undefined) return outcomeOf(this.memory.tryAll(slots, this.clock()));
    this.learn(slots, shared.counters);
    return outcomeOf(shared.waitMs);
  }

  /** Ends the row: the try was right. */
  async succeeded(keys: readonly AttemptKey[]): Promise<void> {
    const slots = keys.map((key) => this.slotOf(key));
    const now = this.clock();
    this.memory.clear(slots, now);
    const known = slots.map((slot) => ({ slot, known: this.memory.find(slot, now) }));
    await this.redis?.ask((client) => clearShared(client, known));
  }

  /**
   * Takes back a try: it was no failure, but must not end the row either, as where many share a key and one of them
   * could so wipe out the failures of all. Or it was not made after all.
   */
  async giveBack(keys: readonly AttemptKey[]): Promise<void> {
    const slots = keys.map((key) => this.slotOf(key));
    const now = this.clock();
    const known = slots.map((slot) => ({ slot, known: this.memory.find(slot, now) }));
    const shared = await this.redis?.ask((client) => giveBackShared(client, known, now));
    if (shared === undefined) this.memory.giveBack(slots, now);
    else this.learn(slots, shared);
  }

  /** Takes one of the points of the window, if there is one left. */
  async takeOne(key: RateKey): Promise<AttemptOutcome> {
    return outcomeOf(await this.rates.takeOne(key, this.idOf(key)));
  }

  private learn(slots: readonly AttemptSlot[], counters: readonly AttemptCounter[]): void {
    counters.forEach((counter, index) => {
      const slot = slots[index];
      if (slot !== undefined) this.memory.learn(slot, counter);
    });
  }

  private slotOf(key: AttemptKey): AttemptSlot {
    return attemptSlot(key, this.idOf(key));
  }

  /** Keyed, because plain hashes of addresses can be guessed. */
  private idOf({ scope, subject }: AttemptKey | RateKey): string {
    const hash = createHmac('sha256', this.secret).update(JSON.stringify(['attempts', scope, subject]));
    return `${scope}:${hash.digest('base64url')}`;
  }
}
