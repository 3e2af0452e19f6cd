import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { type CacheKind, cacheKey } from '../platform/cache/cache-key.js';
import { CacheService } from '../platform/cache/cache.service.js';
import type { Locale, Region, Scope } from '../platform/locale/locale.js';
import { tmdbKind } from '../tmdb/reading/cache-kinds.js';
import { countryCode, languageCode } from '../tmdb/reading/value.js';
import { TmdbClient } from '../tmdb/tmdb.client.js';
import { certificationsByRegionOf } from './certification.mapper.js';
import type { Certification } from './certification.model.js';
import type { Country } from './country.model.js';
import type { Language } from './language.model.js';
import { type ProviderSummary, providerSummariesOf } from './watch-provider.mapper.js';

/** What a filter screen needs; each one read a day. */
@Injectable()
export class ReferenceService {
  private readonly kinds: Readonly<Record<'providers' | 'certifications' | 'languages' | 'countries', CacheKind>>;

  constructor(
    private readonly cache: CacheService,
    private readonly client: TmdbClient,
    config: AppConfig,
  ) {
    this.kinds = {
      providers: tmdbKind('watch-providers', 'reference', config),
      certifications: tmdbKind('certifications-by-region', 'reference', config),
      languages: tmdbKind('languages', 'reference', config),
      countries: tmdbKind('countries', 'reference', config),
    };
  }

  /** The services of a country, those shown first first. */
  watchProviders({ locale, region }: Scope): Promise<readonly ProviderSummary[]> {
    return this.cache.readThrough(cacheKey(this.kinds.providers, region, locale), async () => {
      const { results } = await this.client.watchProviders({ region, language: locale });
      return providerSummariesOf(results);
    });
  }

  /** The certifications of a country, mildest first. */
  async certifications(region: Region): Promise<readonly Certification[]> {
    const byRegion = await this.cache.readThrough(cacheKey(this.kinds.certifications), async () =>
      certificationsByRegionOf(await this.client.movieCertifications()),
    );
    return byRegion[region] ?? [];
  }

  languages(): Promise<readonly Language[]> {
    return this.cache.readThrough(cacheKey(this.kinds.languages), async () => {
      const rows = await this.client.languages();
      return rows.flatMap(({ iso_639_1, english_name, name }): Language[] => {
        const code = languageCode(iso_639_1);
        return code === null ? [] : [{ code, englishName: english_name ?? code, nativeName: name }];
      });
    });
  }

  /** Named in the language asked for. */
  countries(locale: Locale): Promise<readonly Country[]> {
    return this.cache.readThrough(cacheKey(this.kinds.countries, locale), async () => {
      const rows = await this.client.countries(locale);
      return rows.flatMap(({ iso_3166_1, native_name, english_name }): Country[] => {
        const code = countryCode(iso_3166_1);
        return code === null ? [] : [{ code, name: native_name ?? english_name ?? code }];
      });
    });
  }
}
