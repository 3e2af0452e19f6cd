import type { AppConfig } from '../../config/app-config.js';
import type { CacheKind, CachePolicy } from '../../platform/cache/cache-key.js';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const dayMs = 86_400 * secondMs;

/** TMDb's terms allow no copy to be kept longer than 6 months. */
const longestDays = 180;

/** How "there is no such thing" is believed: for a minute without asking again, for ten at all. */
const negative = { negativeTtlMs: minuteMs, negativeHardTtlMs: 10 * minuteMs };

type PolicyName = 'film' | 'summary' | 'list' | 'reference';

/** How long what TMDb says is fresh, and how long it is answered while TMDb is away. */
function cachePolicies({ cache }: Pick<AppConfig, 'cache'>): Readonly<Record<PolicyName, CachePolicy>> {
  const staleMs = Math.min(cache.staleDays, longestDays) * dayMs;
  const film = { softTtlMs: cache.ttlSeconds * secondMs, hardTtlMs: staleMs, ...negative, jitter: 0.1 };
  const monthMs = Math.max(30 * dayMs, staleMs);
  return {
    /** All that has to do with films and people, by `CACHE_TTL_SECONDS` and `CACHE_STALE_DAYS`. */
    film,
    /** What a list shows of a film: the last that is to be missing. */
    summary: { ...film, hardTtlMs: monthMs },
    /** Pages of lists and searches; what finds nothing now may find something soon. */
    list: { ...film, emptyTtlMs: Math.min(minuteMs, film.softTtlMs) },
    /** What hardly ever changes, such as the names of genres. */
    reference: { ...film, softTtlMs: dayMs, hardTtlMs: monthMs },
  };
}

/** A kind of TMDb's, by the policy that it goes by. */
export function tmdbKind(name: string, policy: PolicyName, config: Pick<AppConfig, 'cache'>): CacheKind {
  return { name, version: 1, policy: cachePolicies(config)[policy], isEmpty };
}

/** Of lists, as arrays and as pages. */
function isEmpty(value: unknown): boolean {
  const rows = typeof value === 'object' && value !== null && 'rows' in value ? value.rows : value;
  return Array.isArray(rows) && rows.length === 0;
}
