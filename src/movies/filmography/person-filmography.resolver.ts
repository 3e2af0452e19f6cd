import { Args, ArgsType, Context, Field, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Department } from '../../people/department.js';
import { keyOfPerson, PersonLoader } from '../../people/person.loader.js';
import { Person } from '../../people/person.model.js';
import { BadUserInputError } from '../../platform/errors/coded-error.js';
import { pageOfArray, toConnection } from '../../platform/graphql/connections/page.js';
import { PageArgs, pageRequestOf } from '../../platform/graphql/connections/page.args.js';
import { Calls } from '../../platform/graphql/limits/cost/calls.decorator.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import type { Part } from '../../tmdb/parts/part.js';
import type { WirePerson } from '../../tmdb/wire/person.wire.js';
import { toMovie } from '../movie.mapper.js';
import { Movie } from '../movie.model.js';
import { type FilmCredit, filmographyOf, inDepartment, knownFor, sortedCredits } from './filmography.js';
import { FilmographyConnection, FilmographySort } from './filmography.model.js';

@ArgsType()
export class FilmographyArgs extends PageArgs {
  @Field(() => Department, { nullable: true, description: 'Only their work in this department.' })
  department?: Department | null;

  @Field(() => FilmographySort, {
    nullable: true,
    defaultValue: FilmographySort.RELEASE_DATE_DESC,
    description: 'In which order.',
  })
  sort?: FilmographySort | null;
}

/** What someone has done in films: the fields that films add to people. */
@Resolver(() => Person)
export class PersonFilmographyResolver {
  private readonly credits: Part<WirePerson, FilmCredit[]>;

  constructor(private readonly people: PersonLoader) {
    this.credits = people.register({
      append: 'movie_credits',
      varies: 'by-locale',
      fields: ['filmography', 'knownFor'],
      read: filmographyOf,
    });
  }

  @Calls({ needsThing: true })
  @ResolveField(() => FilmographyConnection, { nullable: true, description: 'All films they had a part in.' })
  async filmography(@Parent() person: Person, @Args() args: FilmographyArgs, @Context() context: RequestContext) {
    const request = pageRequestOf(args);
    const credits = await this.people.load(this.credits, keyOfPerson(person), context);
    if (credits === null) return null;
    const sorted = sortedCredits(
      inDepartment(credits, args.department),
      args.sort ?? FilmographySort.RELEASE_DATE_DESC,
    );
    return toConnection(pageOfArray(sorted, request), ({ movie, character, jobs }) => ({
      node: toMovie(movie, person.scope),
      character,
      jobs: jobs.map(({ job }) => job),
    }));
  }

  @Calls({ needsThing: true })
  @ResolveField(() => [Movie], { nullable: true, description: 'The films they are best known for, best known first.' })
  async knownFor(
    @Parent() person: Person,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 8, description: 'How many, 1 to 20.' })
    first: number | null,
    @Context() context: RequestContext,
  ) {
    const count = first ?? 8;
    if (count < 1 || count > 20) throw new BadUserInputError(`\`first\` is ${count}; it goes from 1 to 20.`);
    const credits = await this.people.load(this.credits, keyOfPerson(person), context);
    return credits && knownFor(credits, person.knownForDepartment, count).map((movie) => toMovie(movie, person.scope));
  }
}
