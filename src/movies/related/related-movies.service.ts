import { Injectable } from '@nestjs/common';
import { crc32 } from 'node:zlib';
import { AppConfig } from '../../config/app-config.js';
import { type CacheKind, cacheKey } from '../../platform/cache/cache-key.js';
import { CacheService } from '../../platform/cache/cache.service.js';
import { readPagedList, type SourcePage } from '../../platform/graphql/connections/paged-list.js';
import type { PageRequest } from '../../platform/graphql/connections/page.args.js';
import type { Page } from '../../platform/graphql/connections/page.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { isForEveryone } from '../../tmdb/reading/audience.js';
import { tmdbKind } from '../../tmdb/reading/cache-kinds.js';
import { lastPage, pageOf, pageSize, tmdbList } from '../../tmdb/reading/list-page.js';
import { TmdbClient } from '../../tmdb/tmdb.client.js';
import { MoviePages } from '../lists/movie-pages.js';
import type { MovieSummary } from '../movie-summary.js';
import { type MovieKey, MovieLoader } from '../movie.loader.js';
import { reviewOf, type ReviewText } from './review.mapper.js';

/** What a film that is gone has: as a page, and in TMDb's own words. */
const noPage = { rows: [], totalPages: 0, totalRows: 0 };
const noResults = { results: [], total_pages: 0, total_results: 0 };

/** The paged lists below a film. Their first pages come along with the film's other parts, the rest page by page. */
@Injectable()
export class RelatedMoviesService {
  private readonly reviewsKind: CacheKind;

  constructor(
    private readonly movies: MovieLoader,
    private readonly pages: MoviePages,
    private readonly client: TmdbClient,
    private readonly cache: CacheService,
    config: AppConfig,
  ) {
    this.reviewsKind = tmdbKind('review-list', 'list', config);
  }

  read(
    relation: 'recommendations' | 'similar',
    movie: MovieKey,
    request: PageRequest,
    context: RequestContext,
  ): Promise<Page<MovieSummary>> {
    return readPagedList(
      tmdbList((page) => this.readPage(relation, movie, page, context), isForEveryone),
      request,
    );
  }

  readReviews(movie: MovieKey, request: PageRequest, context: RequestContext): Promise<Page<ReviewText>> {
    return readPagedList(
      {
        pageSize,
        lastPage,
        read: (page) => this.readReviewsPage(movie, page, context),
        // Review IDs are texts; a checksum tells twenty neighbours apart well enough.
        idOf: (review) => crc32(review.tmdbId),
        keeps: ({ content }) => content !== '',
      },
      request,
    );
  }

  private async readPage(
    relation: 'recommendations' | 'similar',
    movie: MovieKey,
    page: number,
    context: RequestContext,
  ): Promise<SourcePage<MovieSummary>> {
    if (page === 1) return (await this.movies.load(relation, movie, context)) ?? noPage;
    const { tmdbId, locale } = movie;
    return this.pages.read([relation, tmdbId, page], { locale, region: undefined }, async () => {
      const params = { page, language: locale };
      const found =
        relation === 'similar'
          ? await this.client.movieSimilar(tmdbId, params)
          : await this.client.movieRecommendations(tmdbId, params);
      return found ?? noResults;
    });
  }

  private async readReviewsPage(
    movie: MovieKey,
    page: number,
    context: RequestContext,
  ): Promise<SourcePage<ReviewText>> {
    if (page === 1) return (await this.movies.load('reviews', movie, context)) ?? noPage;
    const { tmdbId, locale } = movie;
    const cached = await this.cache.readThrough(cacheKey(this.reviewsKind, tmdbId, page, locale), async () => {
      const wire = await this.client.movieReviews(tmdbId, { page, language: locale });
      return wire && pageOf(wire, reviewOf);
    });
    return cached ?? noPage;
  }
}
