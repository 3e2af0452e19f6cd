import { Injectable } from '@nestjs/common';
import type { SourcePage } from '../../platform/graphql/connections/paged-list.js';
import { readPagedList } from '../../platform/graphql/connections/paged-list.js';
import type { PageRequest } from '../../platform/graphql/connections/page.args.js';
import type { Page } from '../../platform/graphql/connections/page.js';
import type { Scope } from '../../platform/locale/locale.js';
import type { MaybePromise } from '../../platform/request/maybe-promise.js';
import { isForEveryone } from '../../tmdb/reading/audience.js';
import { tmdbList } from '../../tmdb/reading/list-page.js';
import { TmdbClient } from '../../tmdb/tmdb.client.js';
import type { MovieSummary } from '../movie-summary.js';
import { MovieList } from './movie-list.js';
import { MoviePages } from './movie-pages.js';

const listNames = {
  [MovieList.POPULAR]: 'popular',
  [MovieList.TOP_RATED]: 'top_rated',
  [MovieList.NOW_PLAYING]: 'now_playing',
  [MovieList.UPCOMING]: 'upcoming',
} as const;

/** The catalogue's own lists. */
@Injectable()
export class MovieListsService {
  constructor(
    private readonly pages: MoviePages,
    private readonly client: TmdbClient,
  ) {}

  read(list: MovieList, scope: Scope, request: PageRequest): Promise<Page<MovieSummary>> {
    return readPagedList(
      tmdbList((page) => this.readPage(list, scope, page), isForEveryone),
      request,
    );
  }

  private readPage(list: MovieList, scope: Scope, page: number): MaybePromise<SourcePage<MovieSummary>> {
    const { locale } = scope;
    if (list === MovieList.TRENDING_DAY || list === MovieList.TRENDING_WEEK) {
      const window = list === MovieList.TRENDING_DAY ? 'day' : 'week';
      return this.pages.read(['trending', window, page], { locale, region: undefined }, () =>
        this.client.trendingMovies(window, { page, language: locale }),
      );
    }
    const isOfCinemas = list === MovieList.NOW_PLAYING || list === MovieList.UPCOMING;
    const region = isOfCinemas || scope.isRegionNamed ? scope.region : undefined;
    const name = listNames[list];
    return this.pages.read([name, page], { locale, region }, () =>
      this.client.movieList(name, { page, language: locale, region }),
    );
  }
}
