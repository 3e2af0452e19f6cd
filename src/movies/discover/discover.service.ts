import { Injectable } from '@nestjs/common';
import { readPagedList } from '../../platform/graphql/connections/paged-list.js';
import type { PageRequest } from '../../platform/graphql/connections/page.args.js';
import type { Page } from '../../platform/graphql/connections/page.js';
import type { Scope } from '../../platform/locale/locale.js';
import { isForEveryone } from '../../tmdb/reading/audience.js';
import { tmdbList } from '../../tmdb/reading/list-page.js';
import { TmdbClient } from '../../tmdb/tmdb.client.js';
import { MoviePages } from '../lists/movie-pages.js';
import type { MovieSummary } from '../movie-summary.js';
import { discoverQuery } from './discover-query.js';
import type { MovieFilterInput } from './movie-filter.input.js';
import type { MovieSort } from './movie-sort.js';

/** Films by what they are like. */
@Injectable()
export class DiscoverService {
  constructor(
    private readonly pages: MoviePages,
    private readonly client: TmdbClient,
  ) {}

  /** @throws BadUserInputError for a filter that can't be used. */
  read(filter: MovieFilterInput, sort: MovieSort, scope: Scope, request: PageRequest): Promise<Page<MovieSummary>> {
    const query = discoverQuery(filter, sort);
    const { locale } = scope;
    const isRegional = scope.isRegionNamed || Boolean(filter.releaseDate ?? filter.releaseTypes);
    const region = isRegional ? scope.region : undefined;
    return readPagedList(
      tmdbList(
        (page) =>
          this.pages.read(['discover', JSON.stringify(query), page], { locale, region }, () =>
            this.client.discoverMovies(query, { page, language: locale, region }),
          ),
        (movie) => (filter.includeAdult ?? false) || isForEveryone(movie),
      ),
      request,
    );
  }
}
