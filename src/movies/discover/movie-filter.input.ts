import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CountryCodeScalar } from '../../platform/graphql/scalars/country-code.scalar.js';
import { LanguageCodeScalar } from '../../platform/graphql/scalars/language-code.scalar.js';
import {
  CertificationFilterInput,
  DateRangeInput,
  FloatRangeInput,
  IdMatchInput,
  IntRangeInput,
  MonetizationMatchInput,
  ReleaseTypeMatchInput,
} from './matches.input.js';

@InputType({ description: 'What films are looked for by; everything given has to fit.' })
export class MovieFilterInput {
  @Field(() => IdMatchInput, { nullable: true, description: 'Their genres.' })
  genres?: IdMatchInput | null;

  @Field(() => [ID], { nullable: true, description: 'Genres they must not have.' })
  withoutGenres?: string[] | null;

  @Field(() => IdMatchInput, { nullable: true, description: 'Their keywords.' })
  keywords?: IdMatchInput | null;

  @Field(() => [ID], { nullable: true, description: 'Keywords they must not have.' })
  withoutKeywords?: string[] | null;

  @Field(() => IdMatchInput, { nullable: true, description: 'The companies that produced them.' })
  companies?: IdMatchInput | null;

  @Field(() => [ID], { nullable: true, description: 'Companies that must not have produced them.' })
  withoutCompanies?: string[] | null;

  @Field(() => IdMatchInput, { nullable: true, description: 'People who play in them.' })
  cast?: IdMatchInput | null;

  @Field(() => IdMatchInput, { nullable: true, description: 'People who worked on them behind the camera.' })
  crew?: IdMatchInput | null;

  @Field(() => IdMatchInput, { nullable: true, description: 'People who had any part in them.' })
  people?: IdMatchInput | null;

  @Field(() => [LanguageCodeScalar], { nullable: true, description: 'One of the languages they were made in.' })
  originalLanguages?: string[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: 'One of the countries they come from.' })
  originCountries?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'The year they were first shown anywhere.' })
  primaryReleaseYear?: number | null;

  @Field(() => DateRangeInput, { nullable: true, description: 'When they were first shown anywhere.' })
  primaryReleaseDate?: DateRangeInput | null;

  @Field(() => Int, { nullable: true, description: 'A year in which they came out somewhere.' })
  releaseYear?: number | null;

  @Field(() => DateRangeInput, { nullable: true, description: 'When they came out in the region.' })
  releaseDate?: DateRangeInput | null;

  @Field(() => ReleaseTypeMatchInput, { nullable: true, description: 'How they came out in the region.' })
  releaseTypes?: ReleaseTypeMatchInput | null;

  @Field(() => CertificationFilterInput, { nullable: true, description: 'Whom they are allowed for.' })
  certification?: CertificationFilterInput | null;

  @Field(() => IntRangeInput, { nullable: true, description: 'Their length in minutes.' })
  runtimeMinutes?: IntRangeInput | null;

  @Field(() => FloatRangeInput, { nullable: true, description: 'Their mean vote, 0 to 10.' })
  voteAverage?: FloatRangeInput | null;

  @Field(() => IntRangeInput, { nullable: true, description: 'How many voted.' })
  voteCount?: IntRangeInput | null;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: 'The country to watch them in; goes with `watchProviders`, `withoutWatchProviders` or `monetization`.',
  })
  watchRegion?: string | null;

  @Field(() => IdMatchInput, { nullable: true, description: 'Services that have them; needs `watchRegion`.' })
  watchProviders?: IdMatchInput | null;

  @Field(() => [ID], { nullable: true, description: 'Services that must not have them; needs `watchRegion`.' })
  withoutWatchProviders?: string[] | null;

  @Field(() => MonetizationMatchInput, { nullable: true, description: 'What watching costs; needs `watchRegion`.' })
  monetization?: MonetizationMatchInput | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether pornographic films count.' })
  includeAdult?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether things that are no films proper, such as concerts, count.',
  })
  includeVideos?: boolean | null;
}
