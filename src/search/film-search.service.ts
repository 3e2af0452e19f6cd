import { Injectable } from '@nestjs/common';
import { years } from '../movies/discover/filter-values.js';
import { MoviePages } from '../movies/lists/movie-pages.js';
import type { MovieSummary } from '../movies/movie-summary.js';
import { PeopleService } from '../people/people.service.js';
import type { PersonSummary } from '../people/person-summary.js';
import { BadUserInputError } from '../platform/errors/coded-error.js';
import { readPagedList } from '../platform/graphql/connections/paged-list.js';
import type { PageRequest } from '../platform/graphql/connections/page.args.js';
import type { Page } from '../platform/graphql/connections/page.js';
import { isForEveryone } from '../tmdb/reading/audience.js';
import { tmdbList } from '../tmdb/reading/list-page.js';
import { TmdbClient } from '../tmdb/tmdb.client.js';
import type { Search } from './search.service.js';

const [firstYear, lastYear] = years;

/** Finds films and people by words. */
@Injectable()
export class FilmSearchService {
  constructor(
    private readonly client: TmdbClient,
    private readonly pages: MoviePages,
    private readonly peopleService: PeopleService,
  ) {}

  /** `year`: only films of that year. @throws BadUserInputError for a year that has none. */
  movies(
    { words, scope, includeAdult }: Search,
    year: number | null,
    request: PageRequest,
  ): Promise<Page<MovieSummary>> {
    if (year !== null && (year < firstYear || year > lastYear)) {
      throw new BadUserInputError(`\`year\` is ${year}; it goes from ${firstYear} to ${lastYear}.`);
    }
    const { locale: language } = scope;
    const region = scope.isRegionNamed ? scope.region : undefined;
    const params = { query: words, language, region, includeAdult, ...(year !== null && { year }) };
    const list = tmdbList(
      (page) =>
        this.pages.read(['search', words, year, includeAdult ? 1 : 0, page], { locale: language, region }, () =>
          this.client.searchMovies({ ...params, page }),
        ),
      (movie) => includeAdult || isForEveryone(movie),
    );
    return readPagedList(list, request);
  }

  people({ words, scope, includeAdult }: Search, request: PageRequest): Promise<Page<PersonSummary>> {
    const { locale: language } = scope;
    return this.peopleService.readPages(
      ['search', words, includeAdult ? 1 : 0],
      language,
      request,
      (person) => includeAdult || isForEveryone(person),
      (page) => this.client.searchPeople({ query: words, page, language, includeAdult }),
    );
  }
}
