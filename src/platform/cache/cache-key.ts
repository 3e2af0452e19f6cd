/** How long what a kind keeps may be used. All times are milliseconds. */
export interface CachePolicy {
  /** How long a value is fresh. After that it is answered still, and refreshed behind the reader's back. */
  readonly softTtlMs: number;
  /** How long a value may be answered at all, from when it was stored: while it can not be refreshed. */
  readonly hardTtlMs: number;
  /** As the soft TTL, for "there is none". */
  readonly negativeTtlMs: number;
  /** As the hard TTL, for "there is none". */
  readonly negativeHardTtlMs: number;
  /** As the soft TTL, for what the kind calls empty, such as a search that found nothing; its hard TTL is the negative one. */
  readonly emptyTtlMs?: number;
  /** By which share soft TTLs differ either way, so that what was stored together does not expire together. */
  readonly jitter: number;
}

/** What a feature keeps, and by which policy. Raise `version` when the shape of its values changes. */
export interface CacheKind {
  /** Unique, such as `movie.credits`. */
  readonly name: string;
  readonly version: number;
  readonly policy: CachePolicy;
  /**
   * Makes a value of this version out of one of the version before, so that a release finds what the former one left.
   * Absent: they are taken as they are, and what is new in them is null to clients. Null: they are of no use.
   */
  readonly upgrade?: ((previous: unknown) => unknown) | null;
  /** What a feed of changes calls its things, such as `movie`; their number is then the first part of each key. */
  readonly subject?: string;
  /** Whether a value is one that `emptyTtlMs` is meant for. */
  readonly isEmpty?: (value: unknown) => boolean;
}

export interface CacheKey {
  readonly kind: CacheKind;
  /** Names the entry in every layer and in the maps that loads answer with. */
  readonly text: string;
  /** What an upstream's feed of changes calls the thing that this is of, such as `movie:550`. */
  readonly subject?: string;
}

/**
 * Such as `movie.credits:v1:[550,"en-US"]`. The parts are JSON, so that no two lists of parts make one text.
 * @throws TypeError for NaN and the infinities, which JSON would turn into null.
 */
export function cacheKey(kind: CacheKind, ...parts: readonly (string | number | null)[]): CacheKey {
  if (parts.some((part) => typeof part === 'number' && !Number.isFinite(part))) {
    throw new TypeError(`A key of ${kind.name} has a number that is not finite.`);
  }
  const text = `${prefixOf(kind, kind.version)}${JSON.stringify(parts)}`;
  return kind.subject === undefined ? { kind, text } : { kind, text, subject: `${kind.subject}:${parts[0]}` };
}

/** Where the version before kept what the key names; undefined where that is of no use. */
export function previousText({ kind, text }: CacheKey): string | undefined {
  if (kind.version === 1 || kind.upgrade === null) return undefined;
  return prefixOf(kind, kind.version - 1) + text.slice(prefixOf(kind, kind.version).length);
}

function prefixOf({ name }: CacheKind, version: number): string {
  return `${name}:v${version}:`;
}
