import { Args, ArgsType, Context, Field, Query, Resolver } from '@nestjs/graphql';
import { Calls } from '../platform/graphql/limits/cost/calls.decorator.js';
import { CountryCodeScalar } from '../platform/graphql/scalars/country-code.scalar.js';
import { ScopeArgs, scopeOf } from '../platform/graphql/scope.args.js';
import { LocaleScalar } from '../platform/graphql/scalars/locale.scalar.js';
import type { Locale, Region } from '../platform/locale/locale.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { Certification } from './certification.model.js';
import { Country } from './country.model.js';
import { Language } from './language.model.js';
import { ReferenceService } from './reference.service.js';
import { toWatchProvider } from './watch-provider.mapper.js';
import { WatchProvider } from './watch-provider.model.js';

@ArgsType()
export class RegionalArgs {
  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: 'The country; left out, that of Accept-Language, else `US`.',
  })
  region?: Region | null;
}

@ArgsType()
export class LocalisedArgs {
  @Field(() => LocaleScalar, {
    nullable: true,
    description: 'The language of names; left out, the first of Accept-Language, else `en-US`.',
  })
  locale?: Locale[] | null;
}

/** What a filter screen needs to offer choices. */
@Resolver()
export class ReferenceResolver {
  constructor(private readonly reference: ReferenceService) {}

  @Calls({ calls: 1 })
  @Query(() => [WatchProvider], {
    nullable: true,
    description: 'The services of a country where films can be watched. Source: JustWatch, which must be credited.',
  })
  async watchProviders(@Args() args: ScopeArgs, @Context() context: RequestContext): Promise<WatchProvider[]> {
    return (await this.reference.watchProviders(scopeOf(args, context))).map(toWatchProvider);
  }

  @Calls({ calls: 1 })
  @Query(() => [Certification], { nullable: true, description: 'The certifications of a country, mildest first.' })
  certifications(@Args() args: RegionalArgs, @Context() context: RequestContext) {
    return this.reference.certifications(args.region ?? scopeOf(args, context).region);
  }

  @Calls({ calls: 1 })
  @Query(() => [Language], { nullable: true, description: 'The languages that films are made in.' })
  languages() {
    return this.reference.languages();
  }

  @Calls({ calls: 1 })
  @Query(() => [Country], { nullable: true, description: 'The countries that films come from.' })
  countries(@Args() args: LocalisedArgs, @Context() context: RequestContext) {
    return this.reference.countries(scopeOf(args, context).locale);
  }
}
