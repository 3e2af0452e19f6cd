import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { GenresService } from '../../genres/genres.service.js';
import { ClusterTasks } from '../../platform/cluster/cluster-tasks.js';
import { pageRequestOf } from '../../platform/graphql/connections/page.args.js';
import { defaultRegion, type Locale, regionOf, type Scope } from '../../platform/locale/locale.js';
import { MovieList } from '../lists/movie-list.js';
import { MovieListsService } from '../lists/movie-lists.service.js';

const warmLists = [MovieList.POPULAR, MovieList.TOP_RATED, MovieList.NOW_PLAYING, MovieList.UPCOMING];

/**
 * Keeps what most visitors see first in the cache: the first page of the lists and the genres, in each of
 * `CACHE_WARM_LOCALES`, read twice as often as they go stale, in one process of all.
 */
@Injectable()
export class ListWarmer implements OnModuleInit {
  private readonly logger = new Logger(ListWarmer.name);

  constructor(
    private readonly lists: MovieListsService,
    private readonly genres: GenresService,
    private readonly tasks: ClusterTasks,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    const { cache, freshness } = this.config;
    if (freshness.warmLocales.length === 0) return;
    this.tasks.add({
      name: 'list-warmer',
      everyMs: Math.ceil((cache.ttlSeconds * 1000) / 2),
      work: (signal) => this.warm(freshness.warmLocales, signal),
    });
  }

  /** One read after the other: it is in no hurry, and must not be in anyone's way. */
  private async warm(locales: readonly Locale[], signal: AbortSignal): Promise<void> {
    for (const locale of locales) {
      const scope: Scope = {
        locale,
        locales: [locale],
        region: regionOf(locale) ?? defaultRegion,
        isRegionNamed: false,
      };
      const reads = [
        ...warmLists.map((list) => () => this.lists.read(list, scope, pageRequestOf({}))),
        () => this.genres.findAll(scope),
      ];
      for (const read of reads) {
        signal.throwIfAborted();
        await this.tried(read);
      }
    }
  }

  /** One that fails keeps no other from being read. */
  private async tried(read: () => Promise<unknown>): Promise<void> {
    try {
      await read();
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      this.logger.debug({ reason }, 'A list could not be read before anyone asks');
    }
  }
}
