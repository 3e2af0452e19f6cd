import { HoldOff } from '../resilience/hold-off.js';
import { withinLimit } from '../resilience/time-limit.js';

export interface RedisHealthOptions {
  readonly clock?: () => number;
  /** The longest that anyone waits for Redis. */
  readonly limitMs?: number;
  /** How long a Redis that failed is left alone. */
  readonly holdOffMs?: number;
  readonly onFault?: (error: unknown) => void;
}

/**
 * Whether Redis answers; it may be down, slow or hung at any time. Whoever meets the failure waits up to the limit;
 * after it nobody waits, until a probe behind their backs has found Redis well again. All who ask over one connection
 * share it, so that one wait is all that a failure costs.
 */
export class RedisHealth {
  private readonly limitMs: number;
  private readonly holdOff: HoldOff;
  private readonly onFault: (error: unknown) => void;
  private isDown = false;
  private isProbing = false;
  private faultCount = 0;

  constructor(
    private readonly sendProbe: () => Promise<unknown>,
    { clock = Date.now, limitMs = 100, holdOffMs = 1000, onFault = () => undefined }: RedisHealthOptions = {},
  ) {
    this.limitMs = limitMs;
    this.holdOff = new HoldOff(holdOffMs, clock);
    this.onFault = onFault;
  }

  /** Questions that failed, or had no answer in time. */
  get faults(): number {
    return this.faultCount;
  }

  /** Whether asking is no use now; where that has lasted long enough, it begins to find out. */
  isAway(): boolean {
    if (this.isDown && !this.isProbing && !this.holdOff.isActive) void this.probe();
    return this.isDown;
  }

  /** Undefined when Redis fails or is left alone; what was sent may then have been done all the same. */
  async ask<T>(question: () => Promise<T>): Promise<T | undefined> {
    if (this.isAway()) return undefined;
    try {
      return await withinLimit(question(), this.limitMs);
    } catch (error) {
      if (isAnswer(error)) this.note(error);
      else this.markDown(error);
      return undefined;
    }
  }

  private async probe(): Promise<void> {
    this.isProbing = true;
    try {
      await withinLimit(this.sendProbe(), this.limitMs);
      this.isDown = false;
    } catch (error) {
      this.markDown(error);
    } finally {
      this.isProbing = false;
    }
  }

  private markDown(error: unknown): void {
    this.isDown = true;
    this.holdOff.start();
    this.note(error);
  }

  private note(error: unknown): void {
    this.faultCount += 1;
    this.onFault(error);
  }
}

/** What Redis says while it is of no use to anyone. */
const outOfService = /^(LOADING|BUSY|MASTERDOWN|CLUSTERDOWN|NOAUTH) /;

/**
 * Whether Redis is there and refused one question, as it does with writes when it is full, or said what nobody can
 * read. The client's class is known by its name, for the module is loaded on demand.
 */
function isAnswer(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  if (!(error instanceof Error) || outOfService.test(error.message)) return false;
  const parent: unknown = Object.getPrototypeOf(error.constructor);
  return [error.constructor, parent].some((type) => typeof type === 'function' && type.name === 'ErrorReply');
}
