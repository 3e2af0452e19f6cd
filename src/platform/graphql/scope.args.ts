import { ArgsType, Field } from '@nestjs/graphql';
import { LRUCache } from 'lru-cache';
import { defaultLocale, defaultRegion, type Locale, type Region, regionOf, type Scope } from '../locale/locale.js';
import type { RequestContext } from '../request/request-context.js';
import { CountryCodeScalar } from './scalars/country-code.scalar.js';
import { LocaleScalar } from './scalars/locale.scalar.js';

/** The language and country of a root field. */
@ArgsType()
export class ScopeArgs {
  @Field(() => LocaleScalar, {
    nullable: true,
    description:
      'The language of titles and texts, or a chain of them: what is missing in one is filled from the next. Left out, the languages of Accept-Language, else `en-US`.',
  })
  locale?: Locale[] | null;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description:
      'The country that releases, offers and cinema lists are for; left out, that of the locale, else `US`. Other lists hold what came out in it only when it is given.',
  })
  region?: Region | null;
}

/** The scope that a root field answers in; noted for Content-Language and Vary. */
export function scopeOf(args: ScopeArgs, context: RequestContext): Scope {
  if (!args.locale) context.trace.usedAcceptLanguage = true;
  const locales = args.locale ?? context.acceptedLocales;
  const locale = locales[0] ?? defaultLocale;
  context.trace.locales.add(locale);
  const named = args.region ?? null;
  return sharedScope(locales.length > 0 ? locales : [locale], named);
}

const shared = new LRUCache<string, Scope>({ max: 1000 });

/** One object for all who ask the same, so that what is made in a scope can be told by it. */
function sharedScope(locales: readonly Locale[], region: Region | null): Scope {
  const key = `${locales.join()} ${region ?? ''}`;
  const known = shared.get(key);
  if (known !== undefined) return known;
  const [locale = defaultLocale] = locales;
  const scope = Object.freeze({
    locale,
    locales,
    region: region ?? regionOf(locale) ?? defaultRegion,
    isRegionNamed: region !== null,
  });
  shared.set(key, scope);
  return scope;
}
