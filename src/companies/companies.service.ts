import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { type CacheKind, cacheKey } from '../platform/cache/cache-key.js';
import { CacheService } from '../platform/cache/cache.service.js';
import type { Scope } from '../platform/locale/locale.js';
import { tmdbKind } from '../tmdb/reading/cache-kinds.js';
import { webAddress } from '../tmdb/reading/value.js';
import { TmdbClient } from '../tmdb/tmdb.client.js';
import type { CompanySummary } from './company-summary.js';
import { companySummaryOf } from './company-summary.mapper.js';
import { toCompany } from './company.mapper.js';
import type { Company } from './company.model.js';

/** A company's own page, as it is cached. */
export interface CompanyDetails extends CompanySummary {
  readonly description: string | null;
  readonly headquarters: string | null;
  readonly homepage: string | null;
}

@Injectable()
export class CompaniesService {
  private readonly kind: CacheKind;

  constructor(
    private readonly cache: CacheService,
    private readonly client: TmdbClient,
    config: AppConfig,
  ) {
    this.kind = tmdbKind('company', 'film', config);
  }

  async findByTmdbId(tmdbId: number, scope: Scope): Promise<Company | null> {
    const found = await this.findDetails(tmdbId);
    return found && toCompany(found, scope);
  }

  findDetails(tmdbId: number): Promise<CompanyDetails | null> {
    return this.cache.readThrough(cacheKey(this.kind, tmdbId), async () => {
      const wire = await this.client.company(tmdbId);
      const summary = wire && companySummaryOf(wire);
      if (wire === null || summary === null) return null;
      const { description, headquarters } = wire;
      return { ...summary, description, headquarters, homepage: webAddress(wire.homepage) };
    });
  }
}
