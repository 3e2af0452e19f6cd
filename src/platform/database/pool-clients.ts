import { Injectable } from '@nestjs/common';
import { Gauges } from '../telemetry/gauges.js';
import type { Pool, PoolClient } from './orm-options.js';

/** The connections of a pool, so that all of them can be dropped. The pool makes new ones as they are wanted. */
@Injectable()
export class PoolClients {
  private readonly clients = new Set<PoolClient>();

  constructor(private readonly gauges: Gauges) {}

  track(pool: Pool): void {
    this.gauges.add('poolUsed', () => pool.totalCount - pool.idleCount);
    this.gauges.add('poolIdle', () => pool.idleCount);
    this.gauges.add('poolWaiting', () => pool.waitingCount);
    pool.on('connect', (client) => this.clients.add(client));
    pool.on('remove', (client) => this.clients.delete(client));
  }

  /** Does not wait for statements under way: they fail. */
  end(): void {
    for (const client of this.clients) void client.end().catch(() => undefined);
  }
}
