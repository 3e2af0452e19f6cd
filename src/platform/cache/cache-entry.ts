import type { CacheKind } from './cache-key.js';

/** What the layers hold under a key. Times are milliseconds since 1970, so that processes can share them. */
export interface CacheEntry {
  /** Plain JSON data; null says that there is none. */
  readonly value: unknown;
  readonly storedAt: number;
  readonly freshUntil: number;
}

/** How far the clock of another machine may be ahead of ours. */
const maxSkewMs = 60_000;

/** @param random between 0 and 1. */
export function makeEntry(kind: CacheKind, value: unknown, now: number, random: number): CacheEntry {
  const { jitter } = kind.policy;
  const lifetimeMs = softTtlOf(kind, value) * (1 - jitter + 2 * jitter * random);
  return { value, storedAt: now, freshUntil: now + Math.round(lifetimeMs) };
}

/** When an entry may not be answered any more. */
export function endOf({ value, storedAt, freshUntil }: CacheEntry, kind: CacheKind): number {
  const { negativeHardTtlMs, hardTtlMs } = kind.policy;
  return Math.max(freshUntil, storedAt + (value === null || isEmptyOf(kind, value) ? negativeHardTtlMs : hardTtlMs));
}

/** @throws TypeError for a value that JSON can not hold, such as undefined, a function, a bigint or a cycle. */
export function serializeEntry(entry: CacheEntry): string {
  const { value, storedAt, freshUntil } = entry;
  const valueText = JSON.stringify(value) as string | undefined;
  if (valueText === undefined) throw new TypeError(`A value of type ${typeof value} can not be cached.`);
  return `{"storedAt":${storedAt},"freshUntil":${freshUntil},"value":${valueText}}`;
}

/**
 * Undefined for anything that is not an entry. Freshness is cut to what the kind allows: a shortened TTL then holds for
 * what is already stored, and neither rubbish nor an entry from a clock that is ahead lives longer.
 */
export function parseEntry(text: string, kind: CacheKind, now: number): CacheEntry | undefined {
  const raw = parseJson(text);
  if (typeof raw !== 'object' || raw === null || !('value' in raw)) return undefined;
  if (!('storedAt' in raw) || typeof raw.storedAt !== 'number') return undefined;
  if (!('freshUntil' in raw) || typeof raw.freshUntil !== 'number') return undefined;
  if (raw.storedAt > raw.freshUntil || raw.storedAt > now + maxSkewMs) return undefined;
  const storedAt = Math.min(raw.storedAt, now);
  const latest = storedAt + softTtlOf(kind, raw.value) * (1 + kind.policy.jitter);
  return { value: raw.value, storedAt, freshUntil: Math.min(raw.freshUntil, latest) };
}

/**
 * The same in the shape of the kind's version, out of what the version before stored; stale, so that it is replaced
 * soon. Undefined where there is no way from one to the other.
 */
export function upgraded(entry: CacheEntry, { upgrade }: CacheKind): CacheEntry | undefined {
  try {
    const value = entry.value === null || !upgrade ? entry.value : upgrade(entry.value);
    return value === undefined ? undefined : { value, storedAt: entry.storedAt, freshUntil: entry.storedAt };
  } catch {
    return undefined;
  }
}

function softTtlOf(kind: CacheKind, value: unknown): number {
  const { policy } = kind;
  if (value === null) return policy.negativeTtlMs;
  return isEmptyOf(kind, value) ? (policy.emptyTtlMs ?? policy.softTtlMs) : policy.softTtlMs;
}

function isEmptyOf({ policy, isEmpty }: CacheKind, value: unknown): boolean {
  return policy.emptyTtlMs !== undefined && isEmpty?.(value) === true;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
