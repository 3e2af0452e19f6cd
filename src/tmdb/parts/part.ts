import { type CacheKey, type CacheKind, cacheKey } from '../../platform/cache/cache-key.js';
import type { Locale } from '../../platform/locale/locale.js';

/**
 * One piece of what TMDb says of a thing, cached apart from the others: the thing's own body (`append` is null) or
 * what it appends to that body under a name.
 */
export interface Part<Body, Value> {
  readonly kind: CacheKind;
  readonly append: string | null;
  /** Whether the answer depends on the locale; if not, one entry serves all. */
  readonly isLocalised: boolean;
  /** For parts that differ by language: those to ask for early; the thing's own language is null until known. */
  readonly languagesFor?: (locale: Locale, originalLanguage: string | null) => readonly (string | null)[];
  /** Null where the body lacks the part: TMDb did not deliver it, which says nothing about the thing. */
  readonly read: (body: Body, request: PartKey) => Value | null;
}

/** What tells one cached piece of a thing from another. */
export interface PartKey {
  readonly id: number;
  readonly locale: Locale;
  /** The languages that pictures or videos are wanted in; `null` stands for those without words. */
  readonly languages?: readonly (string | null)[];
}

/** A piece that is wanted. */
export interface PartRequest<Body, Value> extends PartKey {
  readonly part: Part<Body, Value>;
}

export function keyOfPart({ part, id, locale, languages }: PartRequest<never, unknown>): CacheKey {
  return cacheKey(part.kind, id, part.isLocalised ? locale : null, languages?.map(String).join(',') ?? null);
}
