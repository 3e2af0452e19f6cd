import { ArgsType, Field } from '@nestjs/graphql';
import { defaultScope, type Locale, type Region, regionOf, type Scope } from '../locale/locale.js';
import type { RequestContext } from '../request/request-context.js';
import { CountryCodeScalar } from './scalars/country-code.scalar.js';
import { LocaleScalar } from './scalars/locale.scalar.js';

/** The language and country of a root field. */
@ArgsType()
export class ScopeArgs {
  @Field(() => LocaleScalar, {
    nullable: true,
    description: 'The language of titles and texts; left out, the first of Accept-Language, else `en-US`.',
  })
  locale?: Locale[] | null;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: 'The country that releases and lists are for; left out, that of the locale, else `US`.',
  })
  region?: Region | null;
}

/** The scope that a root field answers in; noted for Content-Language and Vary. */
export function scopeOf(args: ScopeArgs, context: RequestContext): Scope {
  const asked = args.locale?.[0];
  if (asked === undefined) context.trace.usedAcceptLanguage = true;
  const locale = asked ?? context.acceptedLocale ?? defaultScope.locale;
  context.trace.locales.add(locale);
  return { locale, region: args.region ?? regionOf(locale) ?? defaultScope.region };
}
