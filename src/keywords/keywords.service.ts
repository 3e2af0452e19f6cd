import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { type CacheKind, cacheKey } from '../platform/cache/cache-key.js';
import { CacheService } from '../platform/cache/cache.service.js';
import type { Scope } from '../platform/locale/locale.js';
import { tmdbKind } from '../tmdb/reading/cache-kinds.js';
import { TmdbClient } from '../tmdb/tmdb.client.js';
import { type KeywordName, toKeyword } from './keyword.mapper.js';
import type { Keyword } from './keyword.model.js';

@Injectable()
export class KeywordsService {
  private readonly kind: CacheKind;

  constructor(
    private readonly cache: CacheService,
    private readonly client: TmdbClient,
    config: AppConfig,
  ) {
    this.kind = tmdbKind('keyword', 'film', config);
  }

  async findByTmdbId(tmdbId: number, scope: Scope): Promise<Keyword | null> {
    const found = await this.cache.readThrough<KeywordName | null>(cacheKey(this.kind, tmdbId), async () => {
      const wire = await this.client.keyword(tmdbId);
      return wire === null || wire.name === null ? null : { tmdbId: wire.id, name: wire.name };
    });
    return found && toKeyword(found, scope);
  }
}
