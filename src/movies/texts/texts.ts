import { countryCode, languageCode, positive, webAddress } from '../../tmdb/reading/value.js';
import type { WireAlternativeTitles, WireTranslations } from '../../tmdb/wire/movie-parts.wire.js';
import type { AlternativeTitle, Translation } from './translation.model.js';

export function translationsOf(wire: WireTranslations): Translation[] {
  return wire.translations.flatMap(({ iso_639_1, iso_3166_1, english_name, data }) => {
    const language = languageCode(iso_639_1);
    if (language === null) return [];
    const country = countryCode(iso_3166_1);
    return [
      {
        locale: country === null ? language : `${language}-${country}`,
        language,
        country,
        languageName: english_name,
        title: data?.title ?? null,
        overview: data?.overview ?? null,
        tagline: data?.tagline ?? null,
        homepage: webAddress(data?.homepage ?? null),
        runtimeMinutes: positive(data?.runtime ?? null),
      },
    ];
  });
}

export function alternativeTitlesOf(wire: WireAlternativeTitles): AlternativeTitle[] {
  return wire.titles.map(({ title, iso_3166_1, type }) => ({ title, country: countryCode(iso_3166_1), type }));
}
