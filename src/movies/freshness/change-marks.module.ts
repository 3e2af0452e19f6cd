import { Module } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { ChangeMarks } from './change-marks.js';
import { CacheService } from '../../platform/cache/cache.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { ClockModule } from '../../platform/clock/clock.module.js';
import { ClusterModule } from '../../platform/cluster/cluster.module.js';
import { Cluster } from '../../platform/cluster/cluster.service.js';

/** The document in which the process that polls tells all of the marks. */
export const changesDocument = 'changes:movie';

/** What the feed has named, the same in all processes within two seconds; nothing where no feed is configured. */
@Module({
  imports: [ClusterModule, ClockModule],
  providers: [
    {
      provide: ChangeMarks,
      inject: [AppConfig, Clock, Cluster, CacheService],
      useFactory: ({ freshness }: AppConfig, clock: Clock, cluster: Cluster, cache: CacheService) => {
        const intervalMs = (freshness.changeFeedSeconds ?? 0) * 1000;
        const marks = new ChangeMarks({
          kind: 'movie',
          intervalMs,
          now: () => clock.now().getTime(),
          onNamed: () => cache.voided(),
        });
        // What an earlier configuration left behind is no feed.
        if (intervalMs > 0) {
          cluster.watch(changesDocument, (text) => marks.restore(text));
          cache.heed(marks);
        }
        return marks;
      },
    },
  ],
  exports: [ChangeMarks],
})
export class ChangeMarksModule {}
