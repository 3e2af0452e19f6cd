import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from './orm-options.js';

/** The connections of a pool, so that all of them can be dropped. The pool makes new ones as they are wanted. */
@Injectable()
export class PoolClients {
  private readonly clients = new Set<PoolClient>();

  track(pool: Pool): void {
    pool.on('connect', (client) => this.clients.add(client));
    pool.on('remove', (client) => this.clients.delete(client));
  }

  /** Does not wait for statements under way: they fail. */
  end(): void {
    for (const client of this.clients) void client.end().catch(() => undefined);
  }
}
