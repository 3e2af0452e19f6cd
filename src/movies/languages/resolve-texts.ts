import {
  type LocalizedText,
  noText,
  textAlong,
  textExactlyIn,
  textOfLanguage,
} from '../../platform/locale/along-chain.js';
import { isSameLanguage, languageOf, type Locale } from '../../platform/locale/locale.js';
import type { MovieSummary } from '../movie-summary.js';
import type { Translation } from '../texts/translation.model.js';

/** What TMDb calls a film that was asked for in the first locale of a chain. */
export type Titles = Pick<MovieSummary, 'title' | 'originalTitle' | 'originalLanguage'>;

/**
 * Whether the title is one in the locale. TMDb sends the original title where the translation is missing, so that one
 * is only taken for a title in the film's own language.
 */
export function hasTitleIn(locale: Locale, { title, originalTitle, originalLanguage }: Titles): boolean {
  return title !== null && (title !== originalTitle || isIn(originalLanguage, locale));
}

/**
 * The title in the first locale of the chain that has one, else the original one. Without translations (null: not at
 * hand) only the title as it came and the original one are known.
 */
export function titleAlong(
  locales: readonly Locale[],
  titles: Titles,
  translations: readonly Translation[] | null,
): LocalizedText {
  const { title, originalLanguage } = titles;
  const [first] = locales;
  if (title === null || first === undefined) return noText;
  if (hasTitleIn(first, titles)) return { text: title, locale: first };
  for (const locale of locales) {
    const found = titleIn(locale, titles, translations ?? []);
    if (found !== null) return found;
  }
  return { text: title, locale: originalLanguage };
}

/** The text as it came in the first locale of the chain, else that of the first translation along the chain. */
export function filledAlong(
  locales: readonly Locale[],
  own: string | null,
  name: 'overview' | 'tagline' | 'homepage',
  translations: readonly Translation[] | null,
): LocalizedText {
  if (own !== null) return { text: own, locale: locales[0] ?? null };
  return textAlong(locales, translations ?? [], (translation) => translation[name]);
}

function titleIn(
  locale: Locale,
  { originalTitle, originalLanguage }: Titles,
  translations: readonly Translation[],
): LocalizedText | null {
  const exact = textExactlyIn(locale, translations, ({ title }) => title);
  if (exact !== null) return exact;
  // Translations into the film's own language leave the title empty where it is the original one. Another country's
  // would be wrong here: "Philosopher's Stone" is not what Americans call it.
  if (isIn(originalLanguage, locale)) return originalTitle === null ? null : { text: originalTitle, locale };
  return textOfLanguage(locale, translations, ({ title }) => title);
}

function isIn(language: string | null, locale: Locale): boolean {
  return language !== null && isSameLanguage(language, languageOf(locale));
}
