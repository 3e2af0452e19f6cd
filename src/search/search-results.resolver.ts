import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { toCollection } from '../collections/collection.mapper.js';
import { CollectionConnection } from '../collections/collection.model.js';
import { toCompany } from '../companies/company.mapper.js';
import { CompanyConnection } from '../companies/company.model.js';
import { toKeyword } from '../keywords/keyword.mapper.js';
import { KeywordConnection } from '../keywords/keyword.model.js';
import { toMovieConnection } from '../movies/movie-connection.mapper.js';
import { MovieConnection } from '../movies/movie.connection.js';
import { toMovie } from '../movies/movie.mapper.js';
import type { Movie } from '../movies/movie.model.js';
import { PersonConnection } from '../people/person.connection.js';
import { toPerson } from '../people/person.mapper.js';
import type { Person } from '../people/person.model.js';
import { BadUserInputError } from '../platform/errors/coded-error.js';
import { toConnection } from '../platform/graphql/connections/page.js';
import { PageArgs, pageRequestOf } from '../platform/graphql/connections/page.args.js';
import { Calls } from '../platform/graphql/limits/cost/calls.decorator.js';
import { pageSize } from '../tmdb/reading/list-page.js';
import { FilmSearchService } from './film-search.service.js';
import { SearchResults, TopResult } from './search-results.model.js';
import { SearchService } from './search.service.js';
import { TopResultsService } from './top-results.service.js';

/** One search a field, made when the field is asked for. */
@Resolver(() => SearchResults)
export class SearchResultsResolver {
  constructor(
    private readonly films: FilmSearchService,
    private readonly others: SearchService,
    private readonly topResults: TopResultsService,
  ) {}

  @Calls({ pages: pageSize })
  @ResolveField(() => MovieConnection, { nullable: true, description: 'Films by the words of their titles.' })
  async movies(@Parent() search: SearchResults, @Args() args: PageArgs): Promise<MovieConnection> {
    return toMovieConnection(await this.films.movies(search, null, pageRequestOf(args)), search.scope);
  }

  @Calls({ pages: pageSize })
  @ResolveField(() => PersonConnection, { nullable: true, description: 'People by their names.' })
  async people(@Parent() search: SearchResults, @Args() args: PageArgs): Promise<PersonConnection> {
    const page = await this.films.people(search, pageRequestOf(args));
    return toConnection(page, (person) => ({ node: toPerson(person, search.scope) }));
  }

  @Calls({ pages: pageSize })
  @ResolveField(() => CollectionConnection, { nullable: true, description: 'Collections by their names.' })
  async collections(@Parent() search: SearchResults, @Args() args: PageArgs): Promise<CollectionConnection> {
    const page = await this.others.collections(search, pageRequestOf(args));
    return toConnection(page, (collection) => ({ node: toCollection(collection, search.scope) }));
  }

  @Calls({ pages: pageSize })
  @ResolveField(() => KeywordConnection, { nullable: true, description: 'Keywords.' })
  async keywords(@Parent() search: SearchResults, @Args() args: PageArgs): Promise<KeywordConnection> {
    const page = await this.others.keywords(search, pageRequestOf(args));
    return toConnection(page, (keyword) => ({ node: toKeyword(keyword, search.scope) }));
  }

  @Calls({ pages: pageSize })
  @ResolveField(() => CompanyConnection, { nullable: true, description: 'Companies by their names.' })
  async companies(@Parent() search: SearchResults, @Args() args: PageArgs): Promise<CompanyConnection> {
    const page = await this.others.companies(search, pageRequestOf(args));
    return toConnection(page, (company) => ({ node: toCompany(company, search.scope) }));
  }

  @Calls({ calls: 1 })
  @ResolveField(() => [TopResult], {
    nullable: true,
    description: 'What fits best, films and people in one order: for suggestions while someone types.',
  })
  async top(
    @Parent() search: SearchResults,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 5, description: 'How many, 1 to 20.' })
    first: number | null,
  ): Promise<(Movie | Person)[]> {
    const count = first ?? 5;
    if (count < 1 || count > 20) throw new BadUserInputError(`\`first\` is ${count}; it goes from 1 to 20.`);
    const rows = await this.topResults.find(search, count);
    return rows.map((row) =>
      row.type === 'Movie' ? toMovie(row.summary, search.scope) : toPerson(row.summary, search.scope),
    );
  }
}
