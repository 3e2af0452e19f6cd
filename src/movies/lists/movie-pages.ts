import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { type CacheKind, cacheKey } from '../../platform/cache/cache-key.js';
import { CacheService } from '../../platform/cache/cache.service.js';
import type { SourcePage } from '../../platform/graphql/connections/paged-list.js';
import type { Locale, Region } from '../../platform/locale/locale.js';
import type { MaybePromise } from '../../platform/request/maybe-promise.js';
import { tmdbKind } from '../../tmdb/reading/cache-kinds.js';
import { pageOf, type WirePage } from '../../tmdb/reading/list-page.js';
import type { WireMovie } from '../../tmdb/wire/movie-list.wire.js';
import type { MovieSummary } from '../movie-summary.js';
import { summaryOfRow } from '../movie-summary.mapper.js';
import { MovieLoader } from '../movie.loader.js';

/** Reads pages of films through the cache, whatever list they are of. */
@Injectable()
export class MoviePages {
  private readonly kind: CacheKind;

  constructor(
    private readonly cache: CacheService,
    private readonly movies: MovieLoader,
    config: AppConfig,
  ) {
    this.kind = tmdbKind('movie-list', 'list', config);
  }

  /**
   * `identity` tells the list and the page from all others, locale and region apart. With a region TMDb gives the day
   * a film came out there for that of its first showing: such rows are not taken for what is known of the film.
   */
  read(
    identity: readonly (string | number | null)[],
    { locale, region }: { readonly locale: Locale; readonly region: Region | undefined },
    fetch: () => Promise<WirePage<WireMovie>>,
  ): MaybePromise<SourcePage<MovieSummary>> {
    const key = cacheKey(this.kind, ...identity, locale, region ?? null);
    const load = async (): Promise<SourcePage<MovieSummary>> => {
      const fresh = pageOf(await fetch(), summaryOfRow);
      if (region === undefined) this.movies.seedSummaries(fresh.rows, locale);
      return fresh;
    };
    return this.cache.findFresh<SourcePage<MovieSummary>>(key) ?? this.cache.readThrough(key, load);
  }
}
