import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { type CacheKind, cacheKey } from '../platform/cache/cache-key.js';
import { CacheService } from '../platform/cache/cache.service.js';
import { toGlobalId } from '../platform/graphql/nodes/global-id.js';
import type { Locale, Scope } from '../platform/locale/locale.js';
import { tmdbKind } from '../tmdb/reading/cache-kinds.js';
import { TmdbClient } from '../tmdb/tmdb.client.js';
import type { Genre } from './genre.model.js';

interface GenreName {
  readonly tmdbId: number;
  readonly name: string;
}

/** The kinds of film: one read a day and locale. */
@Injectable()
export class GenresService {
  private readonly kind: CacheKind;

  constructor(
    private readonly cache: CacheService,
    private readonly client: TmdbClient,
    config: AppConfig,
  ) {
    this.kind = tmdbKind('genres', 'reference', config);
  }

  async findAll(scope: Scope): Promise<Genre[]> {
    return (await this.names(scope.locale)).map((name) => toGenre(name, scope));
  }

  /** In the order of the numbers; those that TMDb does not name are left out. */
  async findByTmdbIds(tmdbIds: readonly number[], scope: Scope): Promise<Genre[]> {
    if (tmdbIds.length === 0) return [];
    const names = await this.names(scope.locale);
    return tmdbIds.flatMap((tmdbId) => {
      const name = names.find((genre) => genre.tmdbId === tmdbId);
      return name === undefined ? [] : [toGenre(name, scope)];
    });
  }

  async findByTmdbId(tmdbId: number, scope: Scope): Promise<Genre | null> {
    return (await this.findByTmdbIds([tmdbId], scope))[0] ?? null;
  }

  private names(locale: Locale): Promise<readonly GenreName[]> {
    return this.cache.readThrough(cacheKey(this.kind, locale), async () => {
      const { genres } = await this.client.movieGenres(locale);
      return genres.flatMap(({ id, name }) => (name === null ? [] : [{ tmdbId: id, name }]));
    });
  }
}

function toGenre({ tmdbId, name }: GenreName, scope: Scope): Genre {
  return { __typename: 'Genre', id: toGlobalId('Genre', tmdbId), tmdbId, name, scope };
}
