import type { AppConfig } from '../../config/app-config.js';
import type { CacheKind } from '../../platform/cache/cache-key.js';

/** How long "there is no such thing" is believed. */
const negativeTtlMs = 60_000;
const dayMs = 86_400_000;

/** What TMDb says of films and all that has to do with them: fresh for `CACHE_TTL_SECONDS`. */
export function filmKind(name: string, { cache }: AppConfig): CacheKind {
  return { name, version: 1, ttlMs: cache.ttlSeconds * 1000, negativeTtlMs };
}

/** What hardly ever changes, such as the names of genres: fresh for a day. */
export function referenceKind(name: string): CacheKind {
  return { name, version: 1, ttlMs: dayMs, negativeTtlMs };
}
