import { type CacheKey, type CacheKind, cacheKey } from '../../platform/cache/cache-key.js';
import { languageOf, type Locale } from '../../platform/locale/locale.js';

/**
 * One piece of what TMDb says of a thing, cached apart from the others: the thing's own body (`append` is null) or
 * what it appends to that body under a name.
 */
export interface Part<Body, Value> {
  readonly kind: CacheKind;
  readonly append: string | null;
  /** What the answer depends on: an entry each locale, each language, or one for all. */
  readonly varies: 'by-locale' | 'by-language' | 'never';
  /**
   * The languages to ask for where a request names none, such as those of pictures; null stands for those without
   * words, and for an original language that is not known yet.
   */
  readonly languagesFor?: (locale: Locale, originalLanguage: string | null) => readonly (string | null)[];
  /** Null where the body lacks the part: TMDb did not deliver it, which says nothing about the thing. */
  readonly read: (body: Body, request: PartKey) => Value | null;
}

/** What tells one cached piece of a thing from another. */
export interface PartKey {
  readonly id: number;
  readonly locale: Locale;
  /** The languages that a client names; they are part of the key. */
  readonly languages?: readonly (string | null)[] | undefined;
  /** The thing's own language, where it is known: a hint for what to ask, no part of the key. */
  readonly originalLanguage?: string | null | undefined;
}

/** A piece that is wanted. */
export interface PartRequest<Body, Value> extends PartKey {
  readonly part: Part<Body, Value>;
}

export function keyOfPart({ part, id, locale, languages }: PartRequest<never, unknown>): CacheKey {
  if (languages !== undefined) return cacheKey(part.kind, id, 'in', languages.map(String).join(','));
  const scope = { 'by-locale': locale, 'by-language': languageOf(locale), never: null }[part.varies];
  return cacheKey(part.kind, id, scope);
}
