import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Chunks that wait in one direction before its sender is told to wait. */
const queueMax = 32;

/** What is on its way in one direction; null is its end. */
interface Parcel {
  readonly chunk: Buffer | null;
  readonly dueAtMs: number;
}

/** A client, the server behind the proxy, and what is on its way between them. */
export class ProxiedConnection {
  private isHeld = false;
  private release: () => void = () => undefined;
  private released = Promise.resolve();
  private delayMs = 0;

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
  ) {
    this.forward(client, server, () => 0);
    // Once a round trip is enough, and so answers alone are late.
    this.forward(server, client, () => this.delayMs);
    client.on('error', () => this.reset());
    server.on('error', () => this.reset());
    client.on('end', () => {
      // Whoever gave up would else keep a place at the server for as long as the fault lasts.
      if (this.isHeld) this.reset();
    });
  }

  /** Nothing goes through from now on; nothing is lost either, as with TCP that sends again. */
  hold(): void {
    if (this.isHeld) return;
    this.isHeld = true;
    this.released = new Promise((resolve) => (this.release = resolve));
  }

  /** All that is held goes on its way. */
  letThrough(): void {
    this.isHeld = false;
    this.release();
  }

  /** Each answer of the server takes so much longer from now on. */
  slowDown(delayMs: number): void {
    this.delayMs = delayMs;
  }

  /** Ends it by RST. */
  reset(): void {
    this.client.resetAndDestroy();
    this.server.resetAndDestroy();
    this.letThrough();
  }

  private forward(from: Socket, to: Socket, delayOf: () => number): void {
    const queue: Parcel[] = [];
    let isPumping = false;
    const take = (chunk: Buffer | null): void => {
      queue.push({ chunk, dueAtMs: performance.now() + delayOf() });
      if (queue.length > queueMax) from.pause();
      if (isPumping) return;
      isPumping = true;
      void this.pump(queue, from, to).finally(() => (isPumping = false));
    };
    from.on('data', take);
    from.on('end', () => take(null));
  }

  private async pump(queue: Parcel[], from: Socket, to: Socket): Promise<void> {
    for (let parcel = queue[0]; parcel !== undefined; parcel = queue[0]) {
      const waitMs = parcel.dueAtMs - performance.now();
      if (waitMs > 0) await delay(waitMs);
      if (this.isHeld) await this.released;
      if (to.destroyed) return;
      queue.shift();
      if (parcel.chunk === null) to.end();
      else if (!to.write(parcel.chunk)) await Promise.race([once(to, 'drain'), once(to, 'close')]).catch(() => null);
      if (queue.length === 0 && !from.destroyed) from.resume();
    }
  }
}
