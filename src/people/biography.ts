import type { InLocale } from '../platform/locale/along-chain.js';
import { countryCode, languageCode } from '../tmdb/reading/value.js';
import type { WirePersonTranslations } from '../tmdb/wire/person.wire.js';

/** A life told in one language, as it is cached. */
export interface Biography extends InLocale {
  readonly text: string;
}

/** Those that somebody has written. */
export function biographiesOf({ translations }: WirePersonTranslations): Biography[] {
  return translations.flatMap(({ iso_639_1, iso_3166_1, data }) => {
    const language = languageCode(iso_639_1);
    const text = data?.biography ?? null;
    if (language === null || text === null) return [];
    const country = countryCode(iso_3166_1);
    return [{ locale: country === null ? language : `${language}-${country}`, language, text }];
  });
}
