import { HoldOff } from '../resilience/hold-off.js';
import { withinLimit } from '../resilience/time-limit.js';

/** What is asked of a Redis client here. Its commands have to fail, not to wait, while there is no connection. */
export interface RedisCommands {
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
  ping(): Promise<unknown>;
}

export interface SharedRedisOptions {
  readonly clock?: () => number;
  /** The longest that anyone waits for Redis. */
  readonly limitMs?: number;
  /** How long a Redis that failed is left alone. */
  readonly holdOffMs?: number;
  readonly onFault?: (error: unknown) => void;
}

/**
 * A Redis that may be down, slow or hung at any time. Whoever meets the failure waits up to the limit; after it nobody
 * waits, until a probe behind their backs has found Redis well again.
 */
export class SharedRedis<Client extends RedisCommands = RedisCommands> {
  private readonly limitMs: number;
  private readonly holdOff: HoldOff;
  private readonly onFault: (error: unknown) => void;
  private isDown = false;
  private isProbing = false;

  constructor(
    readonly client: Client,
    { clock = Date.now, limitMs = 100, holdOffMs = 1000, onFault = () => undefined }: SharedRedisOptions = {},
  ) {
    this.limitMs = limitMs;
    this.holdOff = new HoldOff(holdOffMs, clock);
    this.onFault = onFault;
  }

  /** Undefined when Redis fails or is left alone; what was sent may then have been done all the same. */
  async ask<T>(question: (client: Client) => Promise<T>): Promise<T | undefined> {
    if (this.isDown) {
      if (!this.isProbing && !this.holdOff.isActive) void this.probe();
      return undefined;
    }
    try {
      return await withinLimit(question(this.client), this.limitMs);
    } catch (error) {
      this.markDown(error);
      return undefined;
    }
  }

  private async probe(): Promise<void> {
    this.isProbing = true;
    try {
      await withinLimit(this.client.ping(), this.limitMs);
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
    this.onFault(error);
  }
}
