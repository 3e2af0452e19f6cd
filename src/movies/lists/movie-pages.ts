import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { type CacheKind, cacheKey } from '../../platform/cache/cache-key.js';
import { CacheService } from '../../platform/cache/cache.service.js';
import type { SourcePage } from '../../platform/graphql/connections/paged-list.js';
import type { Locale } from '../../platform/locale/locale.js';
import { filmKind } from '../../tmdb/reading/cache-kinds.js';
import { pageOf } from '../../tmdb/reading/list-page.js';
import type { WireMovieList } from '../../tmdb/wire/movie-list.wire.js';
import type { MovieSummary } from '../movie-summary.js';
import { summaryOfRow } from '../movie-summary.mapper.js';
import { MovieLoader } from '../movie.loader.js';

const noPage: SourcePage<MovieSummary> = { rows: [], totalPages: 0, totalRows: 0 };

/** Reads pages of films through the cache, whatever list they are of. */
@Injectable()
export class MoviePages {
  private readonly kind: CacheKind;

  constructor(
    private readonly cache: CacheService,
    private readonly movies: MovieLoader,
    config: AppConfig,
  ) {
    this.kind = filmKind('movie-list', config);
  }

  /** `identity` tells the list and the page from all others, the locale apart. */
  async read(
    identity: readonly (string | number | null)[],
    locale: Locale,
    fetch: () => Promise<WireMovieList | null>,
  ): Promise<SourcePage<MovieSummary>> {
    const page = await this.cache.readThrough(cacheKey(this.kind, ...identity, locale), async () => {
      const wire = await fetch();
      if (wire === null) return null;
      const fresh = pageOf(wire, summaryOfRow);
      this.movies.seedSummaries(fresh.rows, locale);
      return fresh;
    });
    return page ?? noPage;
  }
}
