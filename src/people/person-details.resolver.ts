import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ExternalIds } from '../external-ids/external-ids.model.js';
import { ImageConnection } from '../images/image.connection.js';
import { imageOfFile, imageOfPath } from '../images/image.mapper.js';
import { Image, ImageKind } from '../images/image.model.js';
import { pageOfArray, toConnection } from '../platform/graphql/connections/page.js';
import { PageArgs, pageRequestOf } from '../platform/graphql/connections/page.args.js';
import { Calls } from '../platform/graphql/limits/cost/calls.decorator.js';
import { DateScalar } from '../platform/graphql/scalars/date.scalar.js';
import { UrlScalar } from '../platform/graphql/scalars/output.scalars.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { BiographyService } from './biography.service.js';
import { keyOfPerson, PersonLoader } from './person.loader.js';
import { Person } from './person.model.js';

/** What no list tells of someone but their own page does. */
@Resolver(() => Person)
export class PersonDetailsResolver {
  constructor(
    private readonly people: PersonLoader,
    private readonly biographies: BiographyService,
  ) {}

  @ResolveField(() => Image, { nullable: true, description: 'Their face, when there is a picture.' })
  portrait(@Parent() { summary }: Person): Image | null {
    return imageOfPath(ImageKind.PORTRAIT, summary.portraitPath);
  }

  @Calls({ needsThing: true })
  @ResolveField(() => [String], { nullable: true, description: 'Other names they go by.' })
  async alsoKnownAs(@Parent() person: Person, @Context() context: RequestContext) {
    return (await this.details(person, context))?.alsoKnownAs ?? null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => String, {
    nullable: true,
    description:
      'Their life, in a few paragraphs, in the first language asked for that has one; null where nobody has written it.',
  })
  biography(@Parent() person: Person, @Context() context: RequestContext): Promise<string | null> {
    return this.biographies.read(person, context);
  }

  @Calls({ needsThing: true })
  @ResolveField(() => DateScalar, { nullable: true, description: 'The day they were born.' })
  async birthday(@Parent() person: Person, @Context() context: RequestContext) {
    return (await this.details(person, context))?.birthday ?? null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => DateScalar, { nullable: true, description: 'The day they died.' })
  async deathday(@Parent() person: Person, @Context() context: RequestContext) {
    return (await this.details(person, context))?.deathday ?? null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => String, { nullable: true, description: 'Where they were born, such as `Qingdao, China`.' })
  async placeOfBirth(@Parent() person: Person, @Context() context: RequestContext) {
    return (await this.details(person, context))?.placeOfBirth ?? null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => UrlScalar, { nullable: true, description: 'Their own page.' })
  async homepage(@Parent() person: Person, @Context() context: RequestContext) {
    return (await this.details(person, context))?.homepage ?? null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => String, { nullable: true, description: 'Their ID at IMDb, such as `nm0000093`.' })
  async imdbId(@Parent() person: Person, @Context() context: RequestContext) {
    return (await this.details(person, context))?.imdbId ?? null;
  }

  @Calls({ needsThing: true })
  @ResolveField(() => ImageConnection, { nullable: true, description: 'Pictures of them, best rated first.' })
  async images(@Parent() person: Person, @Args() args: PageArgs, @Context() context: RequestContext) {
    const request = pageRequestOf(args);
    const files = await this.people.load(this.people.images, keyOfPerson(person), context);
    if (files === null) return null;
    return toConnection(pageOfArray(files, request), (file) => ({ node: imageOfFile(ImageKind.PORTRAIT, file) }));
  }

  @Calls({ needsThing: true })
  @ResolveField(() => ExternalIds, { nullable: true, description: 'What they are called on other sites.' })
  externalIds(@Parent() person: Person, @Context() context: RequestContext) {
    return this.people.load(this.people.externalIds, keyOfPerson(person), context);
  }

  private details(person: Person, context: RequestContext) {
    return this.people.load(this.people.details, keyOfPerson(person), context);
  }
}
