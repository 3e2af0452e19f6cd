import { Generations, generationsDocument } from '../../platform/cache/generations.js';
import { readDocument, storeDocument } from '../../platform/cluster/cluster-commands.js';
import type { RedisStore } from '../../platform/redis/redis-store.js';
import { countByKind, dropEntries, storedBefore } from './cache-entries.js';
import { readProcesses } from './process-stats.js';
import { statsTable } from './stats-table.js';

/** Something the operator can mend; its message is all there is to say. */
export class CacheCommandError extends Error {
  override readonly name = 'CacheCommandError';
}

export interface CacheSurroundings {
  readonly redis: RedisStore['client'];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly write: (text: string) => void;
}

type Command = (argument: string | undefined, surroundings: CacheSurroundings) => Promise<void>;

const commands: Readonly<Record<string, Command>> = { stats, flush, 'purge-older-than': purge };
const usage = 'Usage: node dist/scripts/cache.js stats | flush [KIND] | purge-older-than DAYS';
const dayMs = 86_400_000;

/**
 * Does what an operator asks of the cache that all processes share. What is flushed or purged no process answers any
 * more after two seconds, whatever it holds itself.
 *
 * @throws CacheCommandError for a wrong usage, an unknown kind or no number of days
 */
export async function runCacheCommand(args: readonly string[], surroundings: CacheSurroundings): Promise<void> {
  const [name = '', argument, ...more] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined || more.length > 0) throw new CacheCommandError(usage);
  await command(argument, surroundings);
}

async function stats(argument: string | undefined, { redis, write }: CacheSurroundings): Promise<void> {
  if (argument !== undefined) throw new CacheCommandError(usage);
  const [entries, processes] = [await countByKind(redis), await readProcesses(redis)];
  write(statsTable(entries, processes));
}

async function flush(kind: string | undefined, { redis, now, write }: CacheSurroundings): Promise<void> {
  const known = new Set([
    ...(await countByKind(redis)).keys(),
    ...(await readProcesses(redis)).flatMap(({ kinds }) => Object.keys(kinds)),
  ]);
  if (kind !== undefined && !known.has(kind)) {
    throw new CacheCommandError(
      `No kind is called ${JSON.stringify(kind)}; there are: ${[...known].toSorted().join(', ')}.`,
    );
  }
  await declareVoid(redis, kind, now());
  const dropped = await dropEntries(redis, kind ?? null, () => true);
  write(`Dropped from Redis: ${dropped} entries. Processes drop theirs within two seconds.\n`);
}

async function purge(days: string | undefined, { redis, now, write }: CacheSurroundings): Promise<void> {
  if (days === undefined || !/^\d{1,4}$/.test(days)) throw new CacheCommandError(usage);
  const moment = now() - Number(days) * dayMs;
  await declareVoid(redis, undefined, moment);
  const dropped = await dropEntries(redis, null, storedBefore(moment));
  write(`Dropped from Redis: ${dropped} entries older than ${days} days. Processes drop theirs within two seconds.\n`);
}

/** Before anything is dropped: a process that writes meanwhile what it read before must not bring it back. */
async function declareVoid(redis: RedisStore['client'], kind: string | undefined, moment: number): Promise<void> {
  const generations = new Generations();
  generations.apply((await readDocument(redis, generationsDocument)) ?? '{}');
  generations.move(kind, moment);
  await storeDocument(redis, generationsDocument, { version: crypto.randomUUID(), text: generations.toText() });
}
