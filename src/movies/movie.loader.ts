import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { CacheService } from '../platform/cache/cache.service.js';
import type { Locale } from '../platform/locale/locale.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { keyOfPart, type Part } from '../tmdb/parts/part.js';
import { PartLoader } from '../tmdb/parts/part-loader.js';
import { TmdbClient } from '../tmdb/tmdb.client.js';
import type { MoviePart, WireMovieDetail } from '../tmdb/wire/movie-detail.wire.js';
import { type MovieParts, movieParts, type MoviePartValue } from './movie-parts.js';
import type { MovieSummary } from './movie-summary.js';
import type { Movie } from './movie.model.js';

/** Names a film and the locale it is read in. */
export interface MovieKey {
  readonly tmdbId: number;
  readonly locale: Locale;
  /** Where it is known: spares asking for pictures and videos in many languages. */
  readonly originalLanguage?: string | null;
}

export function keyOfMovie({ tmdbId, scope, originalLanguage }: Movie): MovieKey {
  return { tmdbId, locale: scope.locale, originalLanguage };
}

/** The GraphQL fields of `Movie` that need each part; the summary's own cost nothing more. */
const fieldsOfParts: Record<keyof MovieParts, readonly string[]> = {
  summary: [],
  runtime: ['runtimeMinutes'],
  details: [
    'budget',
    'collection',
    'homepage',
    'imdbId',
    'originCountries',
    'productionCompanies',
    'productionCountries',
    'revenue',
    'spokenLanguages',
    'status',
    'tagline',
  ],
  credits: ['cast', 'crew', 'directors', 'writers'],
  images: ['images', 'logo'],
  videos: ['trailer', 'videos'],
  keywords: ['keywords'],
  recommendations: ['recommendations'],
  similar: ['similar'],
  reviews: ['reviews'],
  releases: ['certification', 'releaseDates'],
  offers: ['watchProviders'],
  translations: ['translations'],
  alternativeTitles: ['alternativeTitles'],
  externalIds: ['externalIds'],
};

/** Reads the parts of films; all that one request asks of a film comes in one call. */
@Injectable()
export class MovieLoader {
  private readonly parts: MovieParts;
  private readonly loader: PartLoader<WireMovieDetail>;

  constructor(
    private readonly cache: CacheService,
    client: TmdbClient,
    config: AppConfig,
  ) {
    this.parts = movieParts(config);
    this.loader = new PartLoader<WireMovieDetail>(cache, ({ id, locale, append, languages }) =>
      client.movie(id, {
        language: locale,
        append: append as readonly MoviePart[],
        imageLanguages: languages.get('images'),
        videoLanguages: languages.get('videos')?.filter((language) => language !== null),
      }),
    );
    for (const name of Object.keys(fieldsOfParts) as (keyof MovieParts)[]) {
      this.loader.register(this.parts[name], fieldsOfParts[name]);
    }
  }

  /** Null where TMDb has no such film. `languages` are those that a client named for pictures. */
  load<Name extends keyof MovieParts>(
    name: Name,
    { tmdbId, ...key }: MovieKey,
    context: RequestContext,
    languages?: readonly (string | null)[],
  ): Promise<MoviePartValue<Name> | null> {
    const part = this.parts[name] as Part<WireMovieDetail, MoviePartValue<Name>>;
    return this.loader.load({ ...key, part, id: tmdbId, languages }, context);
  }

  /**
   * What the cache holds of a part of many films, by their numbers at TMDb: one reading, never a call upstream. Films
   * that it holds nothing of, or that TMDb does not have, are left out.
   */
  async findHeld<Name extends keyof MovieParts>(
    name: Name,
    tmdbIds: readonly number[],
    locale: Locale,
    languages?: readonly (string | null)[],
  ): Promise<Map<number, MoviePartValue<Name>>> {
    const part = this.parts[name] as Part<WireMovieDetail, MoviePartValue<Name>>;
    const keys = tmdbIds.map((id) => keyOfPart({ part, id, locale, languages }));
    const held = await this.cache.findHeld<MoviePartValue<Name>>(keys);
    return new Map(
      tmdbIds.flatMap((tmdbId, index) => {
        const value = held[index];
        return value === undefined || value === null ? [] : [[tmdbId, value] as const];
      }),
    );
  }

  /** What this process holds of a part, without a call: undefined for nothing, null for a film that there is not. */
  peek<Name extends keyof MovieParts>(
    name: Name,
    { tmdbId, locale }: MovieKey,
  ): MoviePartValue<Name> | null | undefined {
    const part = this.parts[name] as Part<WireMovieDetail, MoviePartValue<Name>>;
    return this.loader.peek({ part, id: tmdbId, locale });
  }

  /** Whether the request has asked for the part of the film so far. */
  isAsked(
    name: keyof MovieParts,
    { tmdbId, ...key }: MovieKey,
    context: RequestContext,
    languages?: readonly (string | null)[],
  ): boolean {
    const part = this.parts[name] as Part<WireMovieDetail, unknown>;
    return this.loader.isAsked({ ...key, part, id: tmdbId, languages }, context);
  }

  /** Asks early for what the fields of a film will need. */
  prefetch({ tmdbId, locale }: MovieKey, fields: readonly string[], context: RequestContext): void {
    // A list may have told the film's language already.
    const known = this.loader.peek({ part: this.parts.summary, id: tmdbId, locale });
    this.loader.prefetch({ id: tmdbId, locale, originalLanguage: known?.originalLanguage }, fields, context);
  }

  /** Remembers what a list told of its films, so that asking for one of them right after costs nothing. */
  seedSummaries(summaries: readonly MovieSummary[], locale: Locale): void {
    for (const summary of summaries) {
      this.loader.seed({ part: this.parts.summary, id: summary.tmdbId, locale }, summary);
    }
  }
}
