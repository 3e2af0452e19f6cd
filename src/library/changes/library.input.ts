import type { Type } from '@nestjs/common';
import { Field, InputType, IntersectionType } from '@nestjs/graphql';
import { CountryCodeScalar } from '../../platform/graphql/scalars/country-code.scalar.js';
import { LocaleScalar } from '../../platform/graphql/scalars/locale.scalar.js';
import type { ScopeArgs } from '../../platform/graphql/scope.args.js';
import type { Locale, Region } from '../../platform/locale/locale.js';

/** The language and country that the films of the answer are read in. */
@InputType({ isAbstract: true })
export class LibraryInput implements ScopeArgs {
  @Field(() => LocaleScalar, {
    nullable: true,
    description: 'The language of films in the answer; left out, the first of Accept-Language, else `en-US`.',
  })
  locale?: Locale[] | null;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: 'The country that films in the answer are read for; left out, that of the locale, else `US`.',
  })
  region?: Region | null;
}

/** The input of a mutation, out of that of a change, which `updateLibrary` takes as it is. */
export function MutationInputOf<T>(change: Type<T>): Type<T & LibraryInput> {
  return IntersectionType(change, LibraryInput, InputType);
}
