import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CountryCodeScalar } from '../../platform/graphql/scalars/country-code.scalar.js';
import { LanguageCodeScalar } from '../../platform/graphql/scalars/language-code.scalar.js';
import { LocaleScalar } from '../../platform/graphql/scalars/locale.scalar.js';
import { UrlScalar } from '../../platform/graphql/scalars/output.scalars.js';

@ObjectType({ description: 'What a film is called and said to be about in one language.' })
export class Translation {
  @Field(() => LocaleScalar, { description: 'The language and country, such as `pt-BR`.' })
  locale!: string;

  @Field(() => LanguageCodeScalar, { description: 'The language, such as `pt`.' })
  language!: string;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'The country, such as `BR`.' })
  country!: string | null;

  @Field(() => String, { nullable: true, description: 'The language in English, such as `Portuguese`.' })
  languageName!: string | null;

  @Field(() => String, { nullable: true, description: 'The title; null where it is that of the original.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'What happens, in a paragraph.' })
  overview!: string | null;

  @Field(() => String, { nullable: true, description: 'The line that advertises it.' })
  tagline!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Its own page.' })
  homepage!: string | null;

  @Field(() => Int, { nullable: true, description: 'The length of that version in minutes.' })
  runtimeMinutes!: number | null;
}

@ObjectType({ description: 'Another title that a film goes by.' })
export class AlternativeTitle {
  @Field(() => String, { description: 'The title.' })
  title!: string;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'Where it goes by it.' })
  country!: string | null;

  @Field(() => String, { nullable: true, description: 'What sort of title it is, such as `working title`.' })
  type!: string | null;
}
