import { Module } from '@nestjs/common';
import { SharedRedis } from '../redis/shared-redis.js';
import { ClockModule } from '../clock/clock.module.js';
import { RedisModule } from '../redis/redis.module.js';
import { ClusterTasks } from './cluster-tasks.js';
import { Cluster } from './cluster.service.js';
import { TaskTiming, taskTiming } from './task-timing.js';

/** The cluster on the cache's connection to Redis; a process by itself where there is none. */
@Module({
  imports: [RedisModule, ClockModule],
  providers: [
    {
      provide: Cluster,
      inject: [SharedRedis],
      useFactory: (redis: SharedRedis | null) => new Cluster({ redis: redis ?? undefined }),
    },
    { provide: TaskTiming, useValue: taskTiming },
    ClusterTasks,
  ],
  exports: [Cluster, ClusterTasks],
})
export class ClusterModule {}
