import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { FaultLog } from '../redis/fault-log.js';
import { RedisModule } from '../redis/redis.module.js';
import { RedisStore } from '../redis/redis-store.js';
import { CacheService } from './cache.service.js';
import { RedisLayer } from './redis-layer.js';

const bytesPerMegabyte = 1024 * 1024;

/** The cache for the whole app; with Redis behind it when `REDIS_URL` is set. */
@Global()
@Module({
  imports: [RedisModule],
  providers: [
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
  exports: [CacheService],
})
export class CacheModule {}
