import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Genre } from '../../genres/genre.model.js';
import type { Scope } from '../../platform/locale/locale.js';

@ObjectType({ description: 'How many films have one rating.' })
export class RatingCount {
  @Field(() => Float, { description: 'The rating, from 0.5 to 10 in halves.' })
  value!: number;

  @Field(() => Int, { description: 'How many films.' })
  count!: number;
}

@ObjectType({ description: 'How much was watched in one month.' })
export class MonthCount {
  @Field(() => String, { description: 'The month in UTC, such as `2026-11`.' })
  month!: string;

  @Field(() => Int, { description: 'How many viewings.' })
  count!: number;
}

@ObjectType({ description: 'How many films of one genre were watched.' })
export class GenreCount {
  @Field(() => Genre, { description: 'The genre.' })
  genre!: Genre;

  @Field(() => Int, { description: 'How many films; one of several genres counts for each.' })
  count!: number;
}

@ObjectType({ description: 'How many films of one decade were watched.' })
export class DecadeCount {
  @Field(() => Int, { description: 'Its first year, such as `1990`.' })
  decade!: number;

  @Field(() => Int, { description: 'How many films.' })
  count!: number;
}

/** What the catalogue has to be asked for is added by a resolver. */
@ObjectType({ description: 'A library in numbers.' })
export class LibraryStatistics {
  @Field(() => Int, { description: 'How many films are on the watchlist.' })
  watchlistCount!: number;

  @Field(() => Int, { description: 'How many films are favourites.' })
  favoriteCount!: number;

  @Field(() => Int, { description: 'How many films were rated.' })
  ratingCount!: number;

  @Field(() => Int, { description: 'How many lists there are.' })
  listCount!: number;

  @Field(() => Int, { description: 'How many times a film was watched.' })
  viewingCount!: number;

  @Field(() => Int, { description: 'How many films were watched, each counted once.' })
  watchedMovieCount!: number;

  @Field(() => Float, { nullable: true, description: 'The mean of the ratings; null until there is one.' })
  ratingMean!: number | null;

  @Field(() => [RatingCount], { description: 'The ratings given, lowest first.' })
  ratingDistribution!: readonly RatingCount[];

  @Field(() => [MonthCount], { description: 'The latest 24 months in which a film was watched, earliest first.' })
  watchedByMonth!: readonly MonthCount[];

  /** Whose library it is. */
  userId!: string;

  /** The language and country it was asked in. */
  scope!: Scope;
}
