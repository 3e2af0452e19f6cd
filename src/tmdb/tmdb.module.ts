import { Global, Logger, Module } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { SharedRedis } from '../platform/attempts/shared-redis.js';
import { CacheModule } from '../platform/cache/cache.module.js';
import { FaultLog } from '../platform/cache/fault-log.js';
import { RedisStore } from '../platform/cache/redis-store.js';
import { currentRequest } from '../platform/request/current-request.js';
import { currentErrand, type Errand } from '../platform/request/errand.js';
import { ClusterBudget } from './guard/cluster-budget.js';
import { TmdbClient } from './tmdb.client.js';
import { TmdbTransport } from './transport/tmdb-transport.js';
import { transportOptions } from './transport/transport-options.js';
import { countedCall } from './upstream-call-limit.js';

/** The one door to TMDb; it opens no connection before the first call. */
@Global()
@Module({
  imports: [CacheModule],
  providers: [
    {
      provide: ClusterBudget,
      inject: [AppConfig, RedisStore, FaultLog],
      useFactory: ({ upstream }: AppConfig, store: RedisStore | null, log: FaultLog) =>
        new ClusterBudget({
          perSecond: upstream.ratePerSecond,
          maxTasks: upstream.maxTasks,
          redis: store === null ? undefined : new SharedRedis(store.client, { onFault: (error) => log.fault(error) }),
        }),
    },
    {
      provide: TmdbClient,
      inject: [AppConfig, ClusterBudget],
      useFactory: ({ tmdb }: AppConfig, budget: ClusterBudget) => {
        const logger = new Logger(TmdbClient.name);
        const onCall = (event: object) => logger.debug({ ...event }, 'TMDb was asked');
        return new TmdbClient(
          new TmdbTransport(transportOptions(tmdb, { logger, onCall, limit: countedCall, budget, errand })),
        );
      },
    },
  ],
  exports: [TmdbClient],
})
export class TmdbModule {}

/** What the cache loads is on an errand; whatever else asks is on that of its request. */
function errand(): Errand {
  const current = currentErrand();
  const request = currentRequest();
  const isNobodys = current.priority === 'reader' && current.client === '';
  if (!isNobodys || request === undefined) return current;
  const { client, signal, deadlineAt } = request;
  return { priority: 'reader', client, signal, deadlineAt: () => deadlineAt };
}
