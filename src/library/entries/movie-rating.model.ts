import { Field, Float, ObjectType } from '@nestjs/graphql';
import { EdgeOf } from '../../platform/graphql/connections/connection.types.js';
import { DateTimeScalar } from '../../platform/graphql/scalars/output.scalars.js';
import { LibraryConnectionOf } from '../library-connection.types.js';
import { LibraryEntry } from './library-entry.interface.js';

@ObjectType({ implements: () => LibraryEntry, description: "The viewer's own rating of a film." })
export class MovieRating extends LibraryEntry {
  readonly __typename = 'MovieRating';

  @Field(() => Float, { description: 'From 0.5 to 10, in halves, such as `8.5`.' })
  value!: number;

  @Field(() => DateTimeScalar, { description: 'When it was given, or last changed.' })
  ratedAt!: string;
}

@ObjectType({ description: 'A film that the viewer rated.' })
export class MovieRatingEdge extends EdgeOf<MovieRating>(() => MovieRating) {}

@ObjectType({ description: 'A page of ratings.' })
export class MovieRatingConnection extends LibraryConnectionOf<MovieRating, MovieRatingEdge>(
  () => MovieRating,
  () => MovieRatingEdge,
) {}
