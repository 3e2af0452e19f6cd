import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ExternalIds } from '../../external-ids/external-ids.model.js';
import { Calls } from '../../platform/graphql/limits/cost/calls.decorator.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { RegionFilterArgs } from '../availability/movie-availability.resolver.js';
import { keyOfMovie, MovieLoader } from '../movie.loader.js';
import { Movie } from '../movie.model.js';
import { AlternativeTitle, Translation } from './translation.model.js';

/** What a film is called elsewhere. */
@Resolver(() => Movie)
export class MovieNamesResolver {
  constructor(private readonly movies: MovieLoader) {}

  @Calls({ needsThing: true })
  @ResolveField(() => [Translation], { nullable: true, description: 'Its texts in every language there is.' })
  translations(@Parent() movie: Movie, @Context() context: RequestContext) {
    return this.movies.load('translations', keyOfMovie(movie), context);
  }

  @Calls({ needsThing: true })
  @ResolveField(() => [AlternativeTitle], { nullable: true, description: 'Other titles it goes by.' })
  async alternativeTitles(@Parent() movie: Movie, @Args() args: RegionFilterArgs, @Context() context: RequestContext) {
    const titles = await this.movies.load('alternativeTitles', keyOfMovie(movie), context);
    return titles?.filter(({ country }) => !args.region || args.region === country) ?? null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => ExternalIds, { nullable: true, description: 'What it is called on other sites.' })
  externalIds(@Parent() movie: Movie, @Context() context: RequestContext) {
    return this.movies.load('externalIds', keyOfMovie(movie), context);
  }
}
