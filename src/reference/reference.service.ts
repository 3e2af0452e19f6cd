import { Injectable } from '@nestjs/common';
import { cacheKey } from '../platform/cache/cache-key.js';
import { CacheService } from '../platform/cache/cache.service.js';
import type { Locale, Region, Scope } from '../platform/locale/locale.js';
import { referenceKind } from '../tmdb/reading/cache-kinds.js';
import { countryCode, languageCode } from '../tmdb/reading/value.js';
import { TmdbClient } from '../tmdb/tmdb.client.js';
import type { Certification } from './certification.model.js';
import type { Country } from './country.model.js';
import type { Language } from './language.model.js';
import { type ProviderSummary, providerSummariesOf } from './watch-provider.mapper.js';

const kinds = {
  providers: referenceKind('watch-providers'),
  certifications: referenceKind('certifications'),
  languages: referenceKind('languages'),
  countries: referenceKind('countries'),
};

/** What a filter screen needs; each one read a day. */
@Injectable()
export class ReferenceService {
  constructor(
    private readonly cache: CacheService,
    private readonly client: TmdbClient,
  ) {}

  /** The services of a country, those shown first first. */
  async watchProviders({ locale, region }: Scope): Promise<readonly ProviderSummary[]> {
    const found = await this.cache.readThrough(cacheKey(kinds.providers, region, locale), async () => {
      const wire = await this.client.watchProviders({ region, language: locale });
      return wire && providerSummariesOf(wire.results);
    });
    return found ?? [];
  }

  /** The certifications of a country, mildest first. */
  async certifications(region: Region): Promise<readonly Certification[]> {
    const found = await this.cache.readThrough(cacheKey(kinds.certifications), async () => {
      const wire = await this.client.movieCertifications();
      return wire && wire.certifications;
    });
    return (found?.[region] ?? [])
      .map(({ certification, meaning, order }) => ({ name: certification, meaning, order: order ?? 0 }))
      .toSorted((one, other) => one.order - other.order);
  }

  async languages(): Promise<readonly Language[]> {
    const found = await this.cache.readThrough(cacheKey(kinds.languages), async () => {
      const wire = await this.client.languages();
      return (
        wire &&
        wire.flatMap(({ iso_639_1, english_name, name }): Language[] => {
          const code = languageCode(iso_639_1);
          return code === null ? [] : [{ code, englishName: english_name ?? code, nativeName: name }];
        })
      );
    });
    return found ?? [];
  }

  /** Named in the language asked for. */
  async countries(locale: Locale): Promise<readonly Country[]> {
    const found = await this.cache.readThrough(cacheKey(kinds.countries, locale), async () => {
      const wire = await this.client.countries(locale);
      return (
        wire &&
        wire.flatMap(({ iso_3166_1, native_name, english_name }): Country[] => {
          const code = countryCode(iso_3166_1);
          return code === null ? [] : [{ code, name: native_name ?? english_name ?? code }];
        })
      );
    });
    return found ?? [];
  }
}
