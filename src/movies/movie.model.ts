import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Shared } from '../platform/graphql/execution/repeatable.decorator.js';
import { Node } from '../platform/graphql/nodes/node.interface.js';
import { DateScalar } from '../platform/graphql/scalars/date.scalar.js';
import { LanguageCodeScalar } from '../platform/graphql/scalars/language-code.scalar.js';
import type { Scope } from '../platform/locale/locale.js';
import type { MovieSummary } from './movie-summary.js';

@ObjectType({ description: 'The votes of its viewers.' })
export class Rating {
  @Field(() => Float, { description: 'The mean vote, above 0 and up to 10, such as `8.4`.' })
  average!: number;

  @Field(() => Int, { description: 'How many voted.' })
  voteCount!: number;
}

export enum MovieStatus {
  RUMORED = 'RUMORED',
  PLANNED = 'PLANNED',
  IN_PRODUCTION = 'IN_PRODUCTION',
  POST_PRODUCTION = 'POST_PRODUCTION',
  RELEASED = 'RELEASED',
  CANCELED = 'CANCELED',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(MovieStatus, {
  name: 'MovieStatus',
  description: 'How far a film has come.',
  valuesMap: {
    RUMORED: { description: 'Talked about.' },
    PLANNED: { description: 'Announced.' },
    IN_PRODUCTION: { description: 'Being shot.' },
    POST_PRODUCTION: { description: 'Shot and being finished.' },
    RELEASED: { description: 'Shown to the public.' },
    CANCELED: { description: 'Given up.' },
    UNKNOWN: { description: 'Not said, or a state that this API does not know yet.' },
  },
});

/** A film. What a list tells is here; what costs a further read is answered by the resolvers of this folder. */
@Shared()
@ObjectType({ implements: () => Node, description: 'A film.' })
export class Movie implements Node {
  readonly __typename = 'Movie';

  @Field(() => ID, { description: 'Opaque, unique across all types, and stable: clients cache by it.' })
  id!: string;

  @Field(() => Int, { description: 'Its number at TMDb, such as `550`.' })
  tmdbId!: number;

  @Field(() => String, { nullable: true, description: 'The title in the language it was made in, such as `七人の侍`.' })
  originalTitle!: string | null;

  @Field(() => LanguageCodeScalar, { nullable: true, description: 'The language it was made in, such as `ja`.' })
  originalLanguage!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it was first shown; in a list of one country, the day it came out there.',
  })
  releaseDate!: string | null;

  @Field(() => Rating, { nullable: true, description: 'How its viewers rated it; null while nobody has.' })
  rating!: Rating | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How much it is asked for at present: comparable between films, without a unit.',
  })
  popularity!: number | null;

  @Field(() => Boolean, { description: 'Whether it is pornographic; lists leave such films out unless asked.' })
  isAdult!: boolean;

  /** The language and country it was asked in, which hold for everything under it. */
  scope!: Scope;

  summary!: MovieSummary;
}
