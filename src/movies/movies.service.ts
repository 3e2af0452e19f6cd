import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { type CacheKind, cacheKey } from '../platform/cache/cache-key.js';
import { CacheService } from '../platform/cache/cache.service.js';
import { BadUserInputError } from '../platform/errors/coded-error.js';
import type { Locale, Scope } from '../platform/locale/locale.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { tmdbKind } from '../tmdb/reading/cache-kinds.js';
import { TmdbClient } from '../tmdb/tmdb.client.js';
import { FallbackLoader } from './languages/fallback.loader.js';
import { MovieLoader } from './movie.loader.js';
import { toMovie } from './movie.mapper.js';
import type { Movie } from './movie.model.js';

/** Finds films by what names them. */
@Injectable()
export class MoviesService {
  private readonly imdbKind: CacheKind;

  constructor(
    private readonly movies: MovieLoader,
    private readonly fallbacks: FallbackLoader,
    private readonly client: TmdbClient,
    private readonly cache: CacheService,
    config: AppConfig,
  ) {
    this.imdbKind = tmdbKind('movie.imdb', 'film', config);
  }

  /** Null when there is none. `fields` are those of `Movie` that will be read, so that one call brings all. */
  async findByTmdbId(
    tmdbId: number,
    scope: Scope,
    fields: readonly string[],
    context: RequestContext,
  ): Promise<Movie | null> {
    const key = { tmdbId, locale: scope.locale };
    this.movies.prefetch(key, fields, context);
    this.fallbacks.prefetch(key, scope.locales, fields, context);
    const summary = await this.movies.load('summary', key, context);
    return summary && toMovie(summary, scope);
  }

  /** In the order of the numbers, null where there is no film; each may fail alone. */
  findByTmdbIds(
    tmdbIds: readonly number[],
    scope: Scope,
    fields: readonly string[],
    context: RequestContext,
  ): Promise<Movie | null>[] {
    if (tmdbIds.length < 1 || tmdbIds.length > 100) {
      throw new BadUserInputError(`\`tmdbIds\` has ${tmdbIds.length} numbers; it takes 1 to 100.`);
    }
    return tmdbIds.map((tmdbId) => this.findByTmdbId(tmdbId, scope, fields, context));
  }

  /** TMDb's number of the film with an ID at IMDb, such as `tt0137523`; null when there is none. */
  async findTmdbId(imdbId: string, locale: Locale): Promise<number | null> {
    if (!/^tt\d{7,10}$/.test(imdbId)) {
      throw new BadUserInputError('`imdbId` of a film is "tt" and 7 to 10 digits, such as "tt0137523".');
    }
    return this.cache.readThrough(cacheKey(this.imdbKind, imdbId), async () => {
      const found = await this.client.find(imdbId, locale);
      return found.movie_results[0]?.id ?? null;
    });
  }
}
