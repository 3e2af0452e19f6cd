import type { Keyv } from 'keyv';
import { RedisHealth, type RedisHealthOptions } from '../redis/redis-health.js';
import { HoldOff } from '../resilience/hold-off.js';
import { withinLimit } from '../resilience/time-limit.js';

export interface RedisLayerOptions extends RedisHealthOptions {
  /** Of the connection, where others ask over it too; absent: the layer finds out for itself. */
  readonly health?: RedisHealth;
}

interface WaitingRead {
  readonly key: string;
  readonly resolve: (text: string | undefined) => void;
}

const maxPendingWrites = 500;

/**
 * The texts that processes share, in a store that may be down, slow, hung or full at any time: then a read finds
 * nothing and a write is dropped. Whoever meets the failure waits up to the limit; after it nobody waits, until a
 * probe behind the readers' backs has found the store well again.
 */
export class RedisLayer {
  private readonly limitMs: number;
  private readonly health: RedisHealth;
  private readonly writeHoldOff: HoldOff;
  private readonly onFault: (error: unknown) => void;
  private waiting: WaitingRead[] = [];
  private isClosed = false;
  private readonly counters = { batches: 0, droppedWrites: 0, pendingWrites: 0 };
  private writeFaults = 0;

  constructor(
    private readonly keyv: Keyv<string>,
    options: RedisLayerOptions = {},
  ) {
    const { clock = Date.now, limitMs = 100, holdOffMs = 1000, onFault = () => undefined } = options;
    this.limitMs = limitMs;
    this.health = options.health ?? new RedisHealth(() => keyv.getMany(['probe']), options);
    this.writeHoldOff = new HoldOff(holdOffMs, clock);
    this.onFault = onFault;
  }

  get stats() {
    return { ...this.counters, faults: this.health.faults + this.writeFaults };
  }

  /** Undefined when there is none or the store does not say. All reads of an event loop's turn are one `getMany`. */
  read(key: string): Promise<string | undefined> {
    if (this.isClosed || this.health.isAway()) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      // Not a microtask: the loaders of a request, and requests that arrive together, reach the cache at different
      // depths of the microtask queue. An immediate runs when all of them have asked.
      if (this.waiting.push({ key, resolve }) === 1) setImmediate(() => void this.flush());
    });
  }

  /** Resolves when it is done or given up; `ttlMs` is whole and positive. Nobody need wait. */
  async write(key: string, text: string, ttlMs: number): Promise<void> {
    const isHeld = this.isClosed || this.health.isAway() || this.writeHoldOff.isActive;
    if (isHeld || this.counters.pendingWrites >= maxPendingWrites) this.counters.droppedWrites += 1;
    else await this.send(key, text, ttlMs);
  }

  /** Not done when the store fails or is held off: the entry then lives until its TTL ends. */
  async delete(key: string): Promise<void> {
    if (!this.isClosed) await this.health.ask(() => this.keyv.delete(key));
  }

  /** From here on the store is not asked any more; asking would make the adapter connect anew. */
  close(): void {
    this.isClosed = true;
  }

  private async flush(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    const texts = await this.getMany(batch.map(({ key }) => key));
    batch.forEach(({ resolve }, index) => resolve(texts[index]));
  }

  private async getMany(keys: string[]): Promise<readonly (string | undefined)[]> {
    if (this.isClosed || this.health.isAway()) return [];
    this.counters.batches += 1;
    return (await this.health.ask(() => this.keyv.getMany<string>(keys))) ?? [];
  }

  private async send(key: string, text: string, ttlMs: number): Promise<void> {
    this.counters.pendingWrites += 1;
    try {
      const isStored = await withinLimit(this.keyv.set(key, text, ttlMs), this.limitMs);
      if (!isStored) throw new Error('A write was refused');
    } catch (error) {
      // A full store still answers reads, so a failed write holds off writes alone.
      this.writeHoldOff.start();
      this.writeFaults += 1;
      this.onFault(error);
    } finally {
      this.counters.pendingWrites -= 1;
    }
  }
}
