import { RedisHealth, type RedisHealthOptions } from './redis-health.js';

/** What is asked of a Redis client here. Its commands have to fail, not to wait, while there is no connection. */
export interface RedisCommands {
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
  ping(): Promise<unknown>;
}

/** A Redis that all processes share, and that may be away at any time. */
export class SharedRedis<Client extends RedisCommands = RedisCommands> {
  readonly health: RedisHealth;

  constructor(
    readonly client: Client,
    options: RedisHealthOptions = {},
  ) {
    this.health = new RedisHealth(() => client.ping(), options);
  }

  /** Undefined when Redis fails or is left alone; what was sent may then have been done all the same. */
  ask<T>(question: (client: Client) => Promise<T>): Promise<T | undefined> {
    return this.health.ask(() => question(this.client));
  }
}
