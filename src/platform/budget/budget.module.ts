import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { RedisModule } from '../redis/redis.module.js';
import { SharedRedis } from '../redis/shared-redis.js';
import { CallBudget } from './call-budget.js';

/** Counts the calls upstream that each client causes; off unless `RATE_LIMIT_CALLS_PER_MINUTE` is set. */
@Global()
@Module({
  imports: [RedisModule],
  providers: [
    {
      provide: CallBudget,
      inject: [AppConfig, SharedRedis],
      useFactory: ({ auth, limits }: AppConfig, redis: SharedRedis | null) =>
        new CallBudget({
          callsPerMinute: limits.callsPerMinute,
          secret: auth.jwtSecret,
          redis: redis ?? undefined,
        }),
    },
  ],
  exports: [CallBudget],
})
export class BudgetModule {}
