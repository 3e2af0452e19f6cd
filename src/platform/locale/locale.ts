import { LRUCache } from 'lru-cache';

/** What a text is asked in: a language and perhaps a country, such as `pt-BR` or `fr`; canonical case. */
export type Locale = string;

/** An ISO 3166-1 alpha-2 code, such as `BR`. */
export type Region = string;

/** The language and country that a read is for. A film hands its own down to everything under it. */
export interface Scope {
  readonly locale: Locale;
  /** What stands in, best first, where a text is missing in `locale`, which is the first of them. */
  readonly locales: readonly Locale[];
  readonly region: Region;
  /** Whether the client named the region itself, and not only a locale: all lists are then those of that country. */
  readonly isRegionNamed: boolean;
}

export const defaultLocale: Locale = 'en-US';
export const defaultRegion: Region = 'US';

const longestChain = 200;

/** How many locales of a chain count. Browsers list every language of their owner, and each one more is searched for. */
const mostLocales = 5;

/**
 * The locales of one BCP 47 tag or of a chain as in Accept-Language, best first: `pt-BR, pt;q=0.8, en`. Tags are
 * reduced to language and country, which is all that TMDb knows; the best five are kept. Null when any tag is
 * malformed, none is left, or the chain is longer than 200 characters.
 */
export function parseLocaleChain(text: string): readonly Locale[] | null {
  if (text.length > longestChain) return null;
  const known = knownChains.get(text) ?? { locales: readLocaleChain(text) };
  knownChains.set(text, known);
  return known.locales;
}

/** Few are used, by many, and to read one takes as long as to find a page of films. */
const knownChains = new LRUCache<string, { readonly locales: readonly Locale[] | null }>({ max: 1000 });

function readLocaleChain(text: string): readonly Locale[] | null {
  const entries = weighted(text);
  const locales = entries.map((entry) => canonicalLocale(entry.tag));
  return locales.length > 0 && locales.every((locale) => locale !== null) ? bestOf(locales) : null;
}

/** The best five locales of an Accept-Language header, best first, skipping what is malformed; empty for none. */
export function acceptedLocalesOf(acceptLanguage: string): Locale[] {
  // A header cut in the middle of a tag would name a language that nobody asked for.
  const text =
    acceptLanguage.length > longestChain ? acceptLanguage.slice(0, longestChain).replace(/[^,]*$/, '') : acceptLanguage;
  return bestOf(weighted(text).flatMap(({ tag }) => canonicalLocale(tag) ?? []));
}

/** The language alone, such as `pt` of `pt-BR`. */
export function languageOf(locale: Locale): string {
  return locale.split('-', 1)[0] ?? locale;
}

/** Codes that TMDb uses beside a wider one: kinds of Norwegian, Tagalog, and Cantonese. */
const widerCodes: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', fil: 'tl', cn: 'zh' };

/** Whether two codes, such as `nb` and `no`, are of one language to whoever reads it. */
export function isSameLanguage(one: string, other: string): boolean {
  return (widerCodes[one] ?? one) === (widerCodes[other] ?? other);
}

/** The script that a locale is written in, such as `Hant`; null where nobody knows. */
export function scriptOf(locale: Locale): string | null {
  return new Intl.Locale(locale).maximize().script ?? null;
}

/** The country of a locale, such as `BR` of `pt-BR`; null where it names none. */
export function regionOf(locale: Locale): Region | null {
  return locale.split('-')[1] ?? null;
}

function bestOf(locales: readonly Locale[]): Locale[] {
  return [...new Set(locales)].slice(0, mostLocales);
}

function weighted(text: string): { tag: string; weight: number }[] {
  return text
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((parameter) => /^q=/i.test(parameter));
      const weight = quality === undefined ? 1 : Number(quality.slice(2));
      return { tag, weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
}

function canonicalLocale(tag: string): Locale | null {
  try {
    const canonical = new Intl.Locale(tag);
    const language = tmdbLanguageOf(tag, canonical.language);
    if (!/^[a-z]{2,3}$/.test(language)) return null;
    // A script stands for the country that writes so: `zh-Hant` is `zh-TW`.
    const isScripted = /-[a-z]{4}(-|$)/i.test(tag);
    const region = canonical.region ?? (isScripted ? canonical.maximize().region : undefined);
    // TMDb knows countries by two letters; a UN M.49 area such as `419` would only be refused.
    return region !== undefined && /^[A-Z]{2}$/.test(region) ? `${language}-${region}` : language;
  } catch {
    return null;
  }
}

/** TMDb goes by older codes of two languages than Unicode does. */
function tmdbLanguageOf(tag: string, canonical: string): string {
  if (canonical === 'fil') return 'tl';
  return /^sh(-|$)/i.test(tag) ? 'sh' : canonical;
}
