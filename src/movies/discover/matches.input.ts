import { Field, Float, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { CountryCodeScalar } from '../../platform/graphql/scalars/country-code.scalar.js';
import { DateScalar } from '../../platform/graphql/scalars/date.scalar.js';
import { ReleaseType } from '../availability/release.model.js';
import { MonetizationType } from './monetization-type.js';

export enum Match {
  ANY = 'ANY',
  ALL = 'ALL',
}

registerEnumType(Match, {
  name: 'Match',
  description: 'How many of a list have to fit.',
  valuesMap: {
    ANY: { description: 'One of them is enough.' },
    ALL: { description: 'Every one of them.' },
  },
});

const matchField = { nullable: true, defaultValue: Match.ANY, description: 'Whether one has to fit, or all.' } as const;

@InputType({ description: 'Things that films are looked for by.' })
export class IdMatchInput {
  @Field(() => [ID], { description: 'The global IDs, up to 50; none is no filter.' })
  ids!: string[];

  @Field(() => Match, matchField)
  match?: Match | null;
}

@InputType({ description: 'Ways of coming out that films are looked for by.' })
export class ReleaseTypeMatchInput {
  @Field(() => [ReleaseType], { description: 'The ways.' })
  types!: ReleaseType[];

  @Field(() => Match, matchField)
  match?: Match | null;
}

@InputType({ description: 'Ways of paying that films are looked for by.' })
export class MonetizationMatchInput {
  @Field(() => [MonetizationType], { description: 'The ways.' })
  types!: MonetizationType[];

  @Field(() => Match, matchField)
  match?: Match | null;
}

@InputType({ description: 'Certifications that films are looked for by; see `certifications` for those of a country.' })
export class CertificationFilterInput {
  @Field(() => CountryCodeScalar, { description: 'The country that gave them.' })
  country!: string;

  @Field(() => [String], { nullable: true, description: 'One of these, such as `["PG", "PG-13"]`.' })
  in?: string[] | null;

  @Field(() => String, { nullable: true, description: 'This one or a stricter one.' })
  gte?: string | null;

  @Field(() => String, { nullable: true, description: 'This one or a milder one.' })
  lte?: string | null;
}

@InputType({ description: 'A span of days, both ends included; leave one out for an open end.' })
export class DateRangeInput {
  @Field(() => DateScalar, { nullable: true, description: 'The first day.' })
  gte?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day.' })
  lte?: string | null;
}

@InputType({ description: 'A span of whole numbers, both ends included; leave one out for an open end.' })
export class IntRangeInput {
  @Field(() => Int, { nullable: true, description: 'The lowest.' })
  gte?: number | null;

  @Field(() => Int, { nullable: true, description: 'The highest.' })
  lte?: number | null;
}

@InputType({ description: 'A span of numbers, both ends included; leave one out for an open end.' })
export class FloatRangeInput {
  @Field(() => Float, { nullable: true, description: 'The lowest.' })
  gte?: number | null;

  @Field(() => Float, { nullable: true, description: 'The highest.' })
  lte?: number | null;
}
