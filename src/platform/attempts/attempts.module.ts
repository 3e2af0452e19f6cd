import { Module } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { Clock } from '../clock/clock.js';
import { ClockModule } from '../clock/clock.module.js';
import { RedisModule } from '../redis/redis.module.js';
import { SharedRedis } from '../redis/shared-redis.js';
import { AttemptsService } from './attempts.service.js';

/** Counts guesses in Redis; in the process where there is none. */
@Module({
  imports: [RedisModule, ClockModule],
  providers: [
    {
      provide: AttemptsService,
      inject: [AppConfig, SharedRedis, Clock],
      useFactory: ({ auth }: AppConfig, redis: SharedRedis | null, clock: Clock) =>
        new AttemptsService({
          secret: auth.jwtSecret,
          clock: () => clock.now().getTime(),
          redis: redis ?? undefined,
        }),
    },
  ],
  exports: [AttemptsService],
})
export class AttemptsModule {}
