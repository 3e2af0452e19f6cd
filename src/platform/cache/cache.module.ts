import { Global, Logger, Module } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { CacheService } from './cache.service.js';
import { FaultLog } from './fault-log.js';
import { RedisLayer } from './redis-layer.js';
import { RedisStore } from './redis-store.js';

const firstContactMs = 1000;
const bytesPerMegabyte = 1024 * 1024;

/**
 * The cache for the whole app; with Redis behind it when `REDIS_URL` is set. `RedisStore`, null without it, and its
 * `FaultLog` are for others that share the connection.
 */
@Global()
@Module({
  providers: [
    {
      provide: FaultLog,
      inject: [AppConfig],
      useFactory: ({ cache }: AppConfig) => new FaultLog(new Logger(CacheService.name), secretsOf(cache.redisUrl)),
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
      provide: CacheService,
      inject: [AppConfig, RedisStore, FaultLog],
      useFactory: ({ cache }: AppConfig, store: RedisStore | null, log: FaultLog) =>
        new CacheService({
          memoryBytes: cache.memoryMegabytes * bytesPerMegabyte,
          ...(store && { redis: new RedisLayer(store.keyv, { onFault: (error) => log.fault(error) }) }),
        }),
    },
  ],
  exports: [CacheService, RedisStore, FaultLog],
})
export class CacheModule {}

/** The password of a URL, both as it is written there and as it is sent. */
function secretsOf(url: string | undefined): string[] {
  const password = url === undefined ? '' : new URL(url).password;
  return password === '' ? [] : [password, decodeURIComponent(password)];
}
