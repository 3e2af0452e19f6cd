import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { collectionSummaryOf } from '../collections/collection-summary.mapper.js';
import type { CollectionSummary } from '../collections/collection-summary.js';
import { companySummaryOf } from '../companies/company-summary.mapper.js';
import type { CompanySummary } from '../companies/company-summary.js';
import type { KeywordName } from '../keywords/keyword.mapper.js';
import { type CacheKind, cacheKey } from '../platform/cache/cache-key.js';
import { CacheService } from '../platform/cache/cache.service.js';
import { readPagedList, type SourcePage } from '../platform/graphql/connections/paged-list.js';
import type { PageRequest } from '../platform/graphql/connections/page.args.js';
import type { Page } from '../platform/graphql/connections/page.js';
import type { Scope } from '../platform/locale/locale.js';
import { isForEveryone } from '../tmdb/reading/audience.js';
import { tmdbKind } from '../tmdb/reading/cache-kinds.js';
import { pageOf, tmdbList, type WirePage } from '../tmdb/reading/list-page.js';
import { TmdbClient } from '../tmdb/tmdb.client.js';

/** What is looked for, and how. */
export interface Search {
  /** As `searchWords` gives them. */
  readonly words: string;
  readonly scope: Scope;
  readonly includeAdult: boolean;
}

type Row = { readonly tmdbId: number };

/** Finds collections, keywords and companies by words. */
@Injectable()
export class SearchService {
  private readonly kind: CacheKind;

  constructor(
    private readonly client: TmdbClient,
    private readonly cache: CacheService,
    config: AppConfig,
  ) {
    this.kind = tmdbKind('search', 'list', config);
  }

  collections({ words, scope, includeAdult }: Search, request: PageRequest): Promise<Page<CollectionSummary>> {
    const { locale: language } = scope;
    const region = scope.isRegionNamed ? scope.region : undefined;
    const identity = ['collections', words, includeAdult ? 1 : 0, region ?? '', language];
    return this.read(
      identity,
      request,
      collectionSummaryOf,
      (page) => this.client.searchCollections({ query: words, page, language, region, includeAdult }),
      (collection) => includeAdult || isForEveryone(collection),
    );
  }

  keywords({ words }: Search, request: PageRequest): Promise<Page<KeywordName>> {
    return this.read(['keywords', words], request, keywordOf, (page) =>
      this.client.searchKeywords({ query: words, page }),
    );
  }

  companies({ words }: Search, request: PageRequest): Promise<Page<CompanySummary>> {
    return this.read(['companies', words], request, companySummaryOf, (page) =>
      this.client.searchCompanies({ query: words, page }),
    );
  }

  private read<Wire, Found extends Row>(
    identity: readonly (string | number)[],
    request: PageRequest,
    map: (wire: Wire) => Found | null,
    fetch: (page: number) => Promise<WirePage<Wire>>,
    keeps: (row: Found) => boolean = () => true,
  ): Promise<Page<Found>> {
    const read = (page: number): Promise<SourcePage<Found>> =>
      this.cache.readThrough(cacheKey(this.kind, ...identity, page), async () => {
        const { rows, ...totals } = pageOf(await fetch(page), map);
        return { ...totals, rows: rows.filter((row) => row !== null) };
      });
    return readPagedList(tmdbList(read, keeps), request);
  }
}

function keywordOf({ id, name }: { readonly id: number; readonly name: string | null }): KeywordName | null {
  return name === null ? null : { tmdbId: id, name };
}
