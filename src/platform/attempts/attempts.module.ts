import { Module } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { CacheModule } from '../cache/cache.module.js';
import { FaultLog } from '../cache/fault-log.js';
import { RedisStore } from '../cache/redis-store.js';
import { Clock } from '../clock/clock.js';
import { ClockModule } from '../clock/clock.module.js';
import { AttemptsService } from './attempts.service.js';
import { SharedRedis } from './shared-redis.js';

/** Counts guesses on the cache's connection to Redis; in the process where there is none. */
@Module({
  imports: [CacheModule, ClockModule],
  providers: [
    {
      provide: AttemptsService,
      inject: [AppConfig, RedisStore, FaultLog, Clock],
      useFactory: ({ auth }: AppConfig, store: RedisStore | null, log: FaultLog, clock: Clock) =>
        new AttemptsService({
          secret: auth.jwtSecret,
          clock: () => clock.now().getTime(),
          redis: store === null ? undefined : new SharedRedis(store.client, { onFault: (error) => log.fault(error) }),
        }),
    },
  ],
  exports: [AttemptsService],
})
export class AttemptsModule {}
