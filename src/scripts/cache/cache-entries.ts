import type { RedisStore } from '../../platform/redis/redis-store.js';

type Client = RedisStore['client'];

/** Where Keyv keeps entries, such as `watchme::movie.credits:v1:[550,"en-US"]`. */
const prefix = 'watchme::';
const batchSize = 500;

/** How many entries Redis holds of each kind. */
export async function countByKind(redis: Client): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const keys of entryKeys(redis, null)) {
    for (const key of keys) {
      const kind = key.slice(prefix.length).split(':', 1)[0] ?? '';
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  return counts;
}

/** Drops those of a kind, null for all, whose text is as wanted, and says how many. What is no text is dropped, too. */
export async function dropEntries(
  redis: Client,
  kind: string | null,
  isWanted: (text: string | null) => boolean,
): Promise<number> {
  let dropped = 0;
  for await (const keys of entryKeys(redis, kind)) {
    const texts = await redis.mGet(keys);
    const wanted = keys.filter((_, index) => isWanted(texts[index] ?? null));
    if (wanted.length > 0) dropped += await redis.unlink(wanted);
  }
  return dropped;
}

/** Whether an entry was stored at the moment or before, in milliseconds since 1970; what does not say so was. */
export function storedBefore(moment: number): (text: string | null) => boolean {
  return (text) => {
    const storedAt = /^\{"storedAt":(\d+),/.exec(text ?? '')?.[1];
    return storedAt === undefined || Number(storedAt) <= moment;
  };
}

async function* entryKeys(redis: Client, kind: string | null): AsyncGenerator<string[]> {
  const pattern = kind === null ? `${prefix}*` : `${prefix}${kind.replace(/[*?[\]\\]/g, '\\$&')}:v*`;
  for await (const keys of redis.scanIterator({ MATCH: pattern, COUNT: batchSize })) {
    if (keys.length > 0) yield keys;
  }
}
