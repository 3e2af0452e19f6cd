/** What the cache did since the process began, and what it holds now. */
export interface CacheStats {
  readonly hitsInProcess: number;
  readonly hitsInRedis: number;
  /** Keys that neither layer held. */
  readonly misses: number;
  /** Readers of a key that waited for a reading already under way. */
  readonly joined: number;
  /** Calls of a `load`, however many keys it was for. */
  readonly loads: number;
  /** Keys whose load failed. */
  readonly failures: number;
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
}
