/** What the cache did with the keys of one kind since the process began. */
export interface KindStats {
  readonly hitsInProcess: number;
  readonly hitsInRedis: number;
  /** Keys answered with what was no longer fresh. */
  readonly stale: number;
  /** Keys of which nothing was held that could be answered. */
  readonly misses: number;
  /** Keys loaded behind an answer that was stale. */
  readonly refreshes: number;
  /** Keys whose load failed. */
  readonly failures: number;
}

/** The same of all kinds, and what the cache holds now. */
export interface CacheStats extends KindStats {
  /** Readers of a key that waited for a reading already under way. */
  readonly joined: number;
  /** Readers who were told of a failure that others met a moment ago. */
  readonly spared: number;
  /** Calls of a `load`, however many keys it was for. */
  readonly loads: number;
  /** Values stored, seeds among them. */
  readonly writes: number;
  /** Seeds that were taken. */
  readonly seeds: number;
  readonly entriesInProcess: number;
  /** An estimate from the serialized length. */
  readonly bytesInProcess: number;
  /** MGETs sent. */
  readonly redisReads: number;
  /** Reads and writes that failed or had no answer in time. */
  readonly redisFaults: number;
  readonly redisWritesDropped: number;
  readonly redisWritesPending: number;
  readonly kinds: Readonly<Record<string, KindStats>>;
}

type Counts = { -readonly [Name in keyof KindStats]: KindStats[Name] };

/** Counts by kind. */
export class CacheCounters {
  private readonly kinds = new Map<string, Counts>();
  joined = 0;
  spared = 0;
  loads = 0;
  seeds = 0;

  count(kind: string, what: keyof KindStats): void {
    const counts = this.kinds.get(kind) ?? none();
    this.kinds.set(kind, counts);
    counts[what] += 1;
  }

  get stats() {
    const { joined, spared, loads, seeds } = this;
    const total = none();
    for (const counts of this.kinds.values()) {
      for (const what of Object.keys(total) as (keyof KindStats)[]) total[what] += counts[what];
    }
    return { ...total, joined, spared, loads, seeds, kinds: Object.fromEntries(this.kinds) };
  }
}

function none(): Counts {
  return { hitsInProcess: 0, hitsInRedis: 0, stale: 0, misses: 0, refreshes: 0, failures: 0 };
}
