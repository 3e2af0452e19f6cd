import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CountryCodeScalar } from '../../platform/graphql/scalars/country-code.scalar.js';
import { LanguageCodeScalar } from '../../platform/graphql/scalars/language-code.scalar.js';
import { DateScalar } from '../../platform/graphql/scalars/date.scalar.js';

export enum ReleaseType {
  PREMIERE = 'PREMIERE',
  THEATRICAL_LIMITED = 'THEATRICAL_LIMITED',
  THEATRICAL = 'THEATRICAL',
  DIGITAL = 'DIGITAL',
  PHYSICAL = 'PHYSICAL',
  TV = 'TV',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(ReleaseType, {
  name: 'ReleaseType',
  description: 'The way in which a film came out.',
  valuesMap: {
    PREMIERE: { description: 'First shown to guests.' },
    THEATRICAL_LIMITED: { description: 'In a few cinemas.' },
    THEATRICAL: { description: 'In cinemas.' },
    DIGITAL: { description: 'On demand or to download.' },
    PHYSICAL: { description: 'On disc or tape.' },
    TV: { description: 'On television.' },
    UNKNOWN: { description: 'Not said, or a way that this API does not know yet.' },
  },
});

@ObjectType({ description: 'A day on which a film came out in a country.' })
export class Release {
  @Field(() => DateScalar, { nullable: true, description: 'The day.' })
  date!: string | null;

  @Field(() => ReleaseType, { description: 'The way.' })
  type!: ReleaseType;

  @Field(() => String, { nullable: true, description: 'Whom it was allowed for, such as `PG-13`.' })
  certification!: string | null;

  @Field(() => LanguageCodeScalar, { nullable: true, description: 'The language of that version.' })
  language!: string | null;

  @Field(() => String, { nullable: true, description: 'More about it, such as the festival or the service.' })
  note!: string | null;
}

@ObjectType({ description: 'How a film came out in one country.' })
export class RegionalReleases {
  @Field(() => CountryCodeScalar, { description: 'The country.' })
  region!: string;

  @Field(() => [Release], { description: 'The days, earliest first.' })
  releases!: Release[];
}
