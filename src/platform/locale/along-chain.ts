import { languageOf, type Locale } from './locale.js';

/** Something written in one language and perhaps for one country: `pt-BR` and `pt`. */
export interface InLocale {
  readonly locale: Locale;
  readonly language: string;
}

/** A text and the locale of the chain that it is in; both null where there is no text. */
export interface LocalizedText {
  readonly text: string | null;
  /** Null also where nobody knows. */
  readonly locale: Locale | null;
}

export const noText: LocalizedText = { text: null, locale: null };

/** The text of the first locale of the chain that has one, countries of one language standing in for each other. */
export function textAlong<Row extends InLocale>(
  locales: readonly Locale[],
  rows: readonly Row[],
  textOf: (row: Row) => string | null,
): LocalizedText {
  for (const locale of locales) {
    const text = textExactlyIn(locale, rows, textOf) ?? textOfLanguage(locale, rows, textOf);
    if (text !== null) return { text, locale };
  }
  return noText;
}

/** The text of the very language and country. */
export function textExactlyIn<Row extends InLocale>(
  locale: Locale,
  rows: readonly Row[],
  textOf: (row: Row) => string | null,
): string | null {
  return firstText(
    rows.filter((row) => row.locale === locale),
    textOf,
  );
}

/** The first text in the language, of any country: TMDb lists the main one first. */
export function textOfLanguage<Row extends InLocale>(
  locale: Locale,
  rows: readonly Row[],
  textOf: (row: Row) => string | null,
): string | null {
  return firstText(
    rows.filter((row) => row.language === languageOf(locale)),
    textOf,
  );
}

function firstText<Row>(rows: readonly Row[], textOf: (row: Row) => string | null): string | null {
  return rows.map(textOf).find((text) => text !== null) ?? null;
}
