import { Args, ArgsType, Context, Field, Int, Query, Resolver } from '@nestjs/graphql';
import { toMovieConnection } from '../movies/movie-connection.mapper.js';
import { MovieConnection } from '../movies/movie.connection.js';
import { pageRequestOf, ScopedPageArgs } from '../platform/graphql/connections/page.args.js';
import { Calls } from '../platform/graphql/limits/cost/calls.decorator.js';
import { ScopeArgs, scopeOf } from '../platform/graphql/scope.args.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { pageSize } from '../tmdb/reading/list-page.js';
import { FilmSearchService } from './film-search.service.js';
import { SearchResults } from './search-results.model.js';
import { searchWords } from './search-words.js';

const queryField = { description: 'The words, up to 100 characters, such as `seven samurai`.' } as const;
const includeAdultField = {
  nullable: true,
  defaultValue: false,
  description: 'Whether pornographic films and their people count.',
} as const;

@ArgsType()
export class SearchMoviesArgs extends ScopedPageArgs {
  @Field(() => String, queryField)
  query!: string;

  @Field(() => Int, { nullable: true, description: 'Only films that came out in this year.' })
  year?: number | null;

  @Field(() => Boolean, includeAdultField)
  includeAdult?: boolean | null;
}

@ArgsType()
export class SearchArgs extends ScopeArgs {
  @Field(() => String, queryField)
  query!: string;

  @Field(() => Boolean, includeAdultField)
  includeAdult?: boolean | null;
}

@Resolver()
export class SearchResolver {
  constructor(private readonly films: FilmSearchService) {}

  @Calls({ pages: pageSize })
  @Query(() => MovieConnection, {
    nullable: true,
    description: 'Films by the words of their titles, best fitting first.',
  })
  async searchMovies(@Args() args: SearchMoviesArgs, @Context() context: RequestContext): Promise<MovieConnection> {
    const scope = scopeOf(args, context);
    const search = { words: searchWords(args.query), scope, includeAdult: args.includeAdult ?? false };
    return toMovieConnection(await this.films.movies(search, args.year ?? null, pageRequestOf(args)), scope);
  }

  @Query(() => SearchResults, {
    nullable: true,
    description: 'Films, people, collections, keywords and companies by words.',
  })
  search(@Args() args: SearchArgs, @Context() context: RequestContext): SearchResults {
    return {
      words: searchWords(args.query),
      scope: scopeOf(args, context),
      includeAdult: args.includeAdult ?? false,
    };
  }
}
