import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { imageFilesOf } from '../images/image-file.mapper.js';
import type { ImageFile } from '../images/image.mapper.js';
import { type CacheKind, cacheKey } from '../platform/cache/cache-key.js';
import { CacheService } from '../platform/cache/cache.service.js';
import { languageOf, type Locale } from '../platform/locale/locale.js';
import { tmdbKind } from '../tmdb/reading/cache-kinds.js';
import { TmdbClient } from '../tmdb/tmdb.client.js';

/** A collection's pictures as they are cached, by `ImageKind`. */
export interface CollectionImages {
  readonly POSTER: readonly ImageFile[];
  readonly BACKDROP: readonly ImageFile[];
}

/** Pictures of collections, which TMDb does not send along with them. */
@Injectable()
export class CollectionImagesService {
  private readonly kind: CacheKind;

  constructor(
    private readonly cache: CacheService,
    private readonly client: TmdbClient,
    config: AppConfig,
  ) {
    this.kind = tmdbKind('collection.images', 'film', config);
  }

  /** Those in the locale's language, in English and without words. */
  find(tmdbId: number, locale: Locale): Promise<CollectionImages | null> {
    const languages = [...new Set([languageOf(locale), 'en', null])];
    return this.cache.readThrough(cacheKey(this.kind, tmdbId, languages.join(',')), async () => {
      const wire = await this.client.collectionImages(tmdbId, languages);
      return wire && { POSTER: imageFilesOf(wire.posters), BACKDROP: imageFilesOf(wire.backdrops) };
    });
  }
}
