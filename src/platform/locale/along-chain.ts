import { isSameLanguage, languageOf, type Locale, scriptOf } from './locale.js';

/** Something written in one language and perhaps for one country: `pt-BR` and `pt`. */
export interface InLocale {
  readonly locale: Locale;
  readonly language: string;
}

/** A text and the locale that it is in; both null where there is no text. */
export interface LocalizedText {
  readonly text: string | null;
  /** Null also where nobody knows. */
  readonly locale: Locale | null;
}

export const noText: LocalizedText = { text: null, locale: null };

/** The text in the first locale of the chain that has one, countries of one language standing in for each other. */
export function textAlong<Row extends InLocale>(
  locales: readonly Locale[],
  rows: readonly Row[],
  textOf: (row: Row) => string | null,
): LocalizedText {
  for (const locale of locales) {
    const found = textExactlyIn(locale, rows, textOf) ?? textOfLanguage(locale, rows, textOf);
    if (found !== null) return found;
  }
  return noText;
}

/** The text of the very language and country. */
export function textExactlyIn<Row extends InLocale>(
  locale: Locale,
  rows: readonly Row[],
  textOf: (row: Row) => string | null,
): LocalizedText | null {
  return firstText(
    rows.filter((row) => row.locale === locale),
    textOf,
  );
}

/**
 * The first text in the language, of any country: TMDb lists the main one first. What is written as the locale is comes
 * before what is not.
 */
export function textOfLanguage<Row extends InLocale>(
  locale: Locale,
  rows: readonly Row[],
  textOf: (row: Row) => string | null,
): LocalizedText | null {
  const related = rows.filter((row) => isSameLanguage(row.language, languageOf(locale)));
  const script = related.length > 1 ? scriptOf(locale) : null;
  const [alike, others] = [related.filter((row) => scriptOf(row.locale) === script), related];
  return firstText(alike, textOf) ?? firstText(others, textOf);
}

function firstText<Row extends InLocale>(
  rows: readonly Row[],
  textOf: (row: Row) => string | null,
): LocalizedText | null {
  for (const row of rows) {
    const text = textOf(row);
    if (text !== null) return { text, locale: row.locale };
  }
  return null;
}
