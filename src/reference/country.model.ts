import { Field, ObjectType } from '@nestjs/graphql';
import { CountryCodeScalar } from '../platform/graphql/scalars/country-code.scalar.js';

@ObjectType({ description: 'A country.' })
export class Country {
  @Field(() => CountryCodeScalar, { description: 'Its code, such as `BR`.' })
  code!: string;

  @Field(() => String, { description: 'Its name, such as `Brazil`: in the language asked for where that is known.' })
  name!: string;
}
