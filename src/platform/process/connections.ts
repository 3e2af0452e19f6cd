import { Logger } from '@nestjs/common';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** What no balancer opens, and what the memory of a small task bears: 20 kB each while idle. */
const maxConnections = 4000;
const tellEveryMs = 60_000;
const sweepEveryMs = 100;

/** The connections of a server: capped, and at last closed in order. */
export class Connections {
  private readonly logger = new Logger(Connections.name);
  private readonly open = new Set<Socket>();
  private dropped = 0;
  private toldAtMs = -Infinity;

  constructor(private readonly server: Server) {
    // Further ones are closed at once: whoever waits in a queue is not helped.
    server.maxConnections = maxConnections;
    server.on('drop', () => this.onDrop(performance.now()));
    server.on('connection', (socket) => {
      this.open.add(socket);
      socket.once('close', () => this.open.delete(socket));
    });
  }

  /** From now on each answer says `Connection: close`, and its connection is closed after it. */
  endAfterNextAnswer(): void {
    // Listening from now on only costs the requests before nothing.
    this.server.prependListener('request', (_request, response) => (response.shouldKeepAlive = false));
  }

  /** Takes no further connections and resolves when all are closed; requests under way have the time given. */
  async close(graceMs: number): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    const sweeping = setInterval(() => this.sweep(), sweepEveryMs);
    const grace = setTimeout(() => this.server.closeAllConnections(), graceMs);
    await closed;
    clearInterval(sweeping);
    clearTimeout(grace);
  }

  /** Closes those whose answer is out by now, and those that never asked, which Node does not count as idle. */
  private sweep(): void {
    this.server.closeIdleConnections();
    for (const socket of this.open) if (socket.bytesRead === 0) socket.destroy();
  }

  private onDrop(nowMs: number): void {
    this.dropped += 1;
    if (nowMs - this.toldAtMs < tellEveryMs) return;
    this.logger.warn({ dropped: this.dropped, maxConnections }, 'Connections are closed: there are too many');
    this.dropped = 0;
    this.toldAtMs = nowMs;
  }
}
