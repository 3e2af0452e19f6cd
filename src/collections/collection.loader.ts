import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { CacheService } from '../platform/cache/cache.service.js';
import type { Locale } from '../platform/locale/locale.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { tmdbKind } from '../tmdb/reading/cache-kinds.js';
import type { Part } from '../tmdb/parts/part.js';
import { PartLoader } from '../tmdb/parts/part-loader.js';
import { TmdbClient } from '../tmdb/tmdb.client.js';
import type { WireCollection } from '../tmdb/wire/collection.wire.js';
import type { CollectionSummary } from './collection-summary.js';
import { collectionSummaryOf } from './collection-summary.mapper.js';

/** A collection's own texts, as they are cached. */
export interface CollectionDetails {
  readonly summary: CollectionSummary | null;
  readonly overview: string | null;
}

/** Names a collection and the locale it is read in. */
export interface CollectionKey {
  readonly tmdbId: number;
  readonly locale: Locale;
}

/** Reads collections; an upper feature registers what it takes out of the same body. */
@Injectable()
export class CollectionLoader {
  private readonly loader: PartLoader<WireCollection>;
  private readonly details: Part<WireCollection, CollectionDetails>;

  constructor(
    cache: CacheService,
    client: TmdbClient,
    private readonly config: AppConfig,
  ) {
    this.loader = new PartLoader<WireCollection>(cache, ({ id, locale }) => client.collection(id, locale));
    this.details = this.part('details', (body) => ({ summary: collectionSummaryOf(body), overview: body.overview }));
  }

  /** Makes a part of the body known, cached apart under its name. */
  part<Value>(name: string, read: (body: WireCollection) => Value): Part<WireCollection, Value> {
    const kind = tmdbKind(`collection.${name}`, 'film', this.config);
    const part: Part<WireCollection, Value> = { kind, append: null, varies: 'by-locale', read };
    this.loader.register(part, []);
    return part;
  }

  loadDetails(key: CollectionKey, context: RequestContext): Promise<CollectionDetails | null> {
    return this.load(this.details, key, context);
  }

  /** Null where TMDb has no such collection. */
  load<Value>(
    part: Part<WireCollection, Value>,
    { tmdbId, locale }: CollectionKey,
    context: RequestContext,
  ): Promise<Value | null> {
    return this.loader.load({ part, id: tmdbId, locale }, context);
  }
}
