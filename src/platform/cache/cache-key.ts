/** What a feature keeps and for how long. Raise `version` when the shape of its values changes. */
export interface CacheKind {
  /** Unique, such as `movie.credits`. */
  readonly name: string;
  readonly version: number;
  /** How long a value is fresh. */
  readonly ttlMs: number;
  /** How long "there is none" is believed. */
  readonly negativeTtlMs: number;
}

export interface CacheKey {
  readonly kind: CacheKind;
  /** Names the entry in every layer and in the maps that loads answer with. */
  readonly text: string;
}

/**
 * Such as `movie.credits:v1:[550,"en-US"]`. The parts are JSON, so that no two lists of parts make one text.
 * @throws TypeError for NaN and the infinities, which JSON would turn into null.
 */
export function cacheKey(kind: CacheKind, ...parts: readonly (string | number | null)[]): CacheKey {
  if (parts.some((part) => typeof part === 'number' && !Number.isFinite(part))) {
    throw new TypeError(`A key of ${kind.name} has a number that is not finite.`);
  }
  return { kind, text: `${kind.name}:v${kind.version}:${JSON.stringify(parts)}` };
}
