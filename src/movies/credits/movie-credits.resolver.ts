import { Args, ArgsType, Context, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Department, departmentOf } from '../../people/department.js';
import { toPerson } from '../../people/person.mapper.js';
import { Person } from '../../people/person.model.js';
import { pageOfArray, toConnection } from '../../platform/graphql/connections/page.js';
import { PageArgs, pageRequestOf } from '../../platform/graphql/connections/page.args.js';
import { Calls } from '../../platform/graphql/limits/cost/calls.decorator.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import { keyOfMovie, MovieLoader } from '../movie.loader.js';
import { Movie } from '../movie.model.js';
import { CastConnection, CrewConnection } from './credits.connection.js';
import { type Credits, creditsForEveryone, type CrewCredit, directorsOf, withJobs, writersOf } from './credits.js';
import { isForEveryone } from '../../tmdb/reading/audience.js';

@ArgsType()
export class CrewArgs extends PageArgs {
  @Field(() => Department, { nullable: true, description: 'Only the work in this department.' })
  department?: Department | null;

  @Field(() => String, { nullable: true, description: 'Only this job, such as `Original Music Composer`.' })
  job?: string | null;
}

/** Who made a film. */
@Resolver(() => Movie)
export class MovieCreditsResolver {
  constructor(private readonly movies: MovieLoader) {}

  @Calls({ needsThing: true })
  @ResolveField(() => CastConnection, { nullable: true, description: 'Who plays in it, by billing.' })
  async cast(@Parent() movie: Movie, @Args() args: PageArgs, @Context() context: RequestContext) {
    const request = pageRequestOf(args);
    const credits = await this.credits(movie, context);
    if (credits === null) return null;
    return toConnection(pageOfArray(credits.cast, request), ({ person, character }) => ({
      node: toPerson(person, movie.scope),
      character,
    }));
  }

  @Calls({ needsThing: true })
  @ResolveField(() => CrewConnection, { nullable: true, description: 'Who worked on it.' })
  async crew(@Parent() movie: Movie, @Args() args: CrewArgs, @Context() context: RequestContext) {
    const request = pageRequestOf(args);
    const credits = await this.credits(movie, context);
    if (credits === null) return null;
    const wanted = withJobs(
      credits.crew,
      ({ job, department }) =>
        (!args.job || args.job === job) && (!args.department || args.department === departmentOf(department)),
    );
    return toConnection(pageOfArray(wanted, request), ({ person, jobs }) => ({
      node: toPerson(person, movie.scope),
      jobs: jobs.map(({ job }) => job),
      departments: [...new Set(jobs.map(({ department }) => departmentOf(department)))],
    }));
  }

  @Calls({ needsThing: true })
  @ResolveField(() => [Person], { nullable: true, description: 'Who directed it.' })
  directors(@Parent() movie: Movie, @Context() context: RequestContext) {
    return this.people(movie, context, directorsOf);
  }

  @Calls({ needsThing: true })
  @ResolveField(() => [Person], { nullable: true, description: 'Who wrote it: screenplay, story or the like.' })
  writers(@Parent() movie: Movie, @Context() context: RequestContext) {
    return this.people(movie, context, writersOf);
  }

  private async people(
    movie: Movie,
    context: RequestContext,
    select: (crew: readonly CrewCredit[]) => CrewCredit[],
  ): Promise<Person[] | null> {
    const credits = await this.credits(movie, context);
    return credits && select(credits.crew).map(({ person }) => toPerson(person, movie.scope));
  }

  /** A film for everyone lists no one who is not: the rule of all lists. */
  private async credits(movie: Movie, context: RequestContext): Promise<Credits | null> {
    const credits = await this.movies.load('credits', keyOfMovie(movie), context);
    return credits && isForEveryone(movie.summary) ? creditsForEveryone(credits) : credits;
  }
}
