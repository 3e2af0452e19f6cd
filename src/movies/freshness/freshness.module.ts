import { Module } from '@nestjs/common';
import { GenresModule } from '../../genres/genres.module.js';
import { ClusterModule } from '../../platform/cluster/cluster.module.js';
import { MoviesModule } from '../movies.module.js';
import { ChangeFeed } from './change-feed.js';
import { ChangeMarksModule } from './change-marks.module.js';
import { ListWarmer } from './list-warmer.js';

/** What keeps the cache fresh before anyone asks; both parts are off unless configured. */
@Module({
  imports: [ChangeMarksModule, ClusterModule, GenresModule, MoviesModule],
  providers: [ChangeFeed, ListWarmer],
})
export class FreshnessModule {}
