import { Global, Inject, Logger, Module, type OnModuleInit } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { OutagesModule } from '../health/outages.module.js';
import { Outages } from '../health/outages.js';
import { FaultLog, secretsOf } from './fault-log.js';
import { RedisStore } from './redis-store.js';
import { SharedRedis } from './shared-redis.js';

const firstContactMs = 1000;

/**
 * The one connection to Redis, for all that processes share; with `REDIS_URL` unset both `RedisStore` and `SharedRedis`
 * are null, and whoever uses them does without.
 */
@Global()
@Module({
  imports: [OutagesModule],
  providers: [
    {
      provide: FaultLog,
      inject: [AppConfig],
      useFactory: ({ cache }: AppConfig) => new FaultLog(new Logger('Redis'), secretsOf(cache.redisUrl)),
    },
    {
      provide: RedisStore,
      inject: [AppConfig, FaultLog],
      useFactory: async ({ cache }: AppConfig, log: FaultLog): Promise<RedisStore | null> => {
        if (cache.redisUrl === undefined) return null;
        const store = await RedisStore.open(cache.redisUrl, log);
        await store.firstContact(firstContactMs);
        return store;
      },
    },
    {
      provide: SharedRedis,
      inject: [RedisStore, FaultLog],
      useFactory: (store: RedisStore | null, log: FaultLog): SharedRedis | null =>
        store && new SharedRedis(store.client, { onFault: (error) => log.fault(error) }),
    },
  ],
  exports: [FaultLog, RedisStore, SharedRedis],
})
export class RedisModule implements OnModuleInit {
  constructor(
    @Inject(SharedRedis) private readonly redis: SharedRedis | null,
    private readonly outages: Outages,
  ) {}

  onModuleInit(): void {
    const { redis } = this;
    if (redis !== null) this.outages.watch('REDIS', () => (redis.health.isAway() ? 'away' : null));
  }
}
