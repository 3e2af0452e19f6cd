import { z } from 'zod';
import type { RedisStore } from '../../platform/redis/redis-store.js';

const count = z.number();
const kindStats = z.object({
  hitsInProcess: count,
  hitsInRedis: count,
  stale: count,
  misses: count,
  refreshes: count,
  failures: count,
});
const processStats = z.object({
  entriesInProcess: count,
  bytesInProcess: count,
  redisFaults: count,
  kinds: z.record(z.string(), kindStats),
});

export type KindCounts = z.output<typeof kindStats>;
export type ProcessStats = z.output<typeof processStats>;

/** What the processes that live say of their caches; one of another version that says something else is left out. */
export async function readProcesses(redis: RedisStore['client']): Promise<ProcessStats[]> {
  const found: ProcessStats[] = [];
  for await (const keys of redis.scanIterator({ MATCH: 'watchme:process:*', COUNT: 500 })) {
    if (keys.length === 0) continue;
    for (const text of await redis.mGet(keys)) {
      const { data } = processStats.safeParse(parsed(text));
      if (data !== undefined) found.push(data);
    }
  }
  return found;
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
