import { Module } from '@nestjs/common';
import { SharedRedis } from '../attempts/shared-redis.js';
import { CacheModule } from '../cache/cache.module.js';
import { FaultLog } from '../cache/fault-log.js';
import { RedisStore } from '../cache/redis-store.js';
import { ClockModule } from '../clock/clock.module.js';
import { ClusterTasks } from './cluster-tasks.js';
import { Cluster } from './cluster.service.js';
import { TaskTiming, taskTiming } from './task-timing.js';

/** The cluster on the cache's connection to Redis; a process by itself where there is none. */
@Module({
  imports: [CacheModule, ClockModule],
  providers: [
    {
      provide: Cluster,
      inject: [RedisStore, FaultLog],
      useFactory: (store: RedisStore | null, log: FaultLog) =>
        new Cluster({
          redis: store === null ? undefined : new SharedRedis(store.client, { onFault: (error) => log.fault(error) }),
        }),
    },
    { provide: TaskTiming, useValue: taskTiming },
    ClusterTasks,
  ],
  exports: [Cluster, ClusterTasks],
})
export class ClusterModule {}
