import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import type { MovieSummary } from '../movies/movie-summary.js';
import { summaryOfRow } from '../movies/movie-summary.mapper.js';
import type { PersonSummary } from '../people/person-summary.js';
import { personSummaryOf } from '../people/person-summary.mapper.js';
import { type CacheKind, cacheKey } from '../platform/cache/cache-key.js';
import { CacheService } from '../platform/cache/cache.service.js';
import { isForEveryone } from '../tmdb/reading/audience.js';
import { tmdbKind } from '../tmdb/reading/cache-kinds.js';
import { TmdbClient } from '../tmdb/tmdb.client.js';
import type { WireMultiResult } from '../tmdb/wire/search.wire.js';
import type { Search } from './search.service.js';

/** A film or a person, as it is cached. */
export type TopRow =
  | { readonly type: 'Movie'; readonly summary: MovieSummary }
  | { readonly type: 'Person'; readonly summary: PersonSummary };

/** What fits some words best, films and people in one order. */
@Injectable()
export class TopResultsService {
  private readonly kind: CacheKind;

  constructor(
    private readonly client: TmdbClient,
    private readonly cache: CacheService,
    config: AppConfig,
  ) {
    this.kind = tmdbKind('search.top', 'list', config);
  }

  /** At most `count`, and at most what TMDb's first page holds. */
  async find({ words, scope, includeAdult }: Search, count: number): Promise<TopRow[]> {
    const { locale: language } = scope;
    const key = cacheKey(this.kind, words, includeAdult ? 1 : 0, language);
    const rows = await this.cache.readThrough(key, async () => {
      const wire = await this.client.searchMulti({ query: words, page: 1, language, includeAdult });
      return wire.results.map(rowOf);
    });
    return rows.filter((row) => includeAdult || isForEveryone(row.summary)).slice(0, count);
  }
}

function rowOf(wire: WireMultiResult): TopRow {
  return wire.media_type === 'movie'
    ? { type: 'Movie', summary: summaryOfRow(wire) }
    : { type: 'Person', summary: personSummaryOf(wire) };
}
