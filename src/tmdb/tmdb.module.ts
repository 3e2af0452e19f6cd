import { Global, Logger, Module, type OnModuleInit } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { BudgetModule } from '../platform/budget/budget.module.js';
import { CallBudget } from '../platform/budget/call-budget.js';
import { ClusterModule } from '../platform/cluster/cluster.module.js';
import { Cluster } from '../platform/cluster/cluster.service.js';
import { OutagesModule } from '../platform/health/outages.module.js';
import { Outages } from '../platform/health/outages.js';
import { RedisModule } from '../platform/redis/redis.module.js';
import { SharedRedis } from '../platform/redis/shared-redis.js';
import { CallMeter } from '../platform/telemetry/call-meter.js';
import { Figures } from '../platform/telemetry/figures.js';
import { FiguresModule } from '../platform/telemetry/figures.module.js';
import { Gauges } from '../platform/telemetry/gauges.js';
import { currentErrand } from '../platform/request/errand.js';
import { ClusterBudget } from './guard/cluster-budget.js';
import { TmdbClient } from './tmdb.client.js';
import { TmdbTransport } from './transport/tmdb-transport.js';
import { transportOptions } from './transport/transport-options.js';
import type { UpstreamCallEvent } from './transport/upstream-call.js';
import { countedCalls } from './upstream-call-limit.js';

/** The one door to TMDb; it opens no connection before the first call. */
@Global()
@Module({
  imports: [BudgetModule, ClusterModule, FiguresModule, OutagesModule, RedisModule],
  providers: [
    {
      provide: ClusterBudget,
      inject: [AppConfig, SharedRedis, Cluster],
      useFactory: ({ upstream }: AppConfig, redis: SharedRedis | null, cluster: Cluster) =>
        new ClusterBudget({
          perSecond: upstream.ratePerSecond,
          maxTasks: upstream.maxTasks,
          redis: redis ?? undefined,
          liveProcesses: () => cluster.lastCount(),
        }),
    },
    {
      provide: TmdbClient,
      inject: [AppConfig, ClusterBudget, CallBudget, Figures, Gauges],
      useFactory: (
        { tmdb, upstream }: AppConfig,
        budget: ClusterBudget,
        clients: CallBudget,
        figures: Figures,
        gauges: Gauges,
      ) => {
        const logger = new Logger(TmdbClient.name);
        const meter = new CallMeter(upstream.ratePerSecond);
        gauges.add('budgetLeft', () => meter.left);
        const onCall = (event: UpstreamCallEvent) => {
          meter.note();
          figures.noteCall(event.reason ?? 'ok');
          logger.debug({ ...event }, 'TMDb was asked');
        };
        return new TmdbClient(
          new TmdbTransport(
            transportOptions(tmdb, { logger, onCall, limit: countedCalls(clients), budget, errand: currentErrand }),
          ),
        );
      },
    },
  ],
  exports: [TmdbClient],
})
export class TmdbModule implements OnModuleInit {
  constructor(
    private readonly tmdb: TmdbClient,
    private readonly outages: Outages,
    private readonly gauges: Gauges,
  ) {}

  onModuleInit(): void {
    const { tmdb, outages, gauges } = this;
    outages.watch('TMDB', () => tmdb.refusal);
    gauges.add('upstreamWaiting', () => tmdb.load.waiting);
    gauges.add('upstreamInFlight', () => tmdb.load.inFlight);
  }
}
