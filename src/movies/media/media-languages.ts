import { languageOf, type Locale } from '../../platform/locale/locale.js';

/**
 * The languages that a film's videos are looked for in, best first: the one asked for, the film's own, English.
 */
export function videoLanguages(locale: Locale, originalLanguage: string | null): string[] {
  return [...new Set([languageOf(locale), originalLanguage ?? 'en', 'en'])];
}

/** As `videoLanguages`, and pictures without words. */
export function imageLanguages(locale: Locale, originalLanguage: string | null): (string | null)[] {
  return [...videoLanguages(locale, originalLanguage), null];
}

/** Sorted and once each, so that the same wish has the same cache key; pictures without words always count. */
export function namedLanguages(named: readonly string[]): (string | null)[] {
  return [...new Set<string | null>(named.toSorted()), null];
}

/**
 * The languages that most films are made in: asked for while a film's own is not known, since a second call for it
 * would cost more than some rows that are thrown away.
 */
const filmLanguages =
  'ar bn cn cs da de el es fa fi fr he hi hu id it ja ko ml nl no pl pt ro ru sv ta te th tr uk ur vi zh'.split(' ');

/** What to ask TMDb for, so that `videoLanguages` can be chosen from. */
export function videoLanguagesToAsk(locale: Locale, originalLanguage: string | null): string[] {
  const wanted = videoLanguages(locale, originalLanguage);
  return originalLanguage === null ? [...new Set([...wanted, ...filmLanguages])] : wanted;
}

/** What to ask TMDb for, so that `imageLanguages` can be chosen from. */
export function imageLanguagesToAsk(locale: Locale, originalLanguage: string | null): (string | null)[] {
  return [...videoLanguagesToAsk(locale, originalLanguage), null];
}
