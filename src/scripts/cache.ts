import '../require-node.js';
import { loadRedisUrl } from '../config/load-config.js';
import { FaultLog } from '../platform/redis/fault-log.js';
import { RedisStore } from '../platform/redis/redis-store.js';
import { CacheCommandError, runCacheCommand } from './cache/cache-command.js';

const patienceMs = 5000;

/** For operators: what the cache holds and does, and how to empty it. Ends with 0, or with 1 and the reason. */
try {
  const url = loadRedisUrl(process.env);
  if (url === undefined) {
    throw new CacheCommandError(
      'REDIS_URL is not set: each process has a cache of its own, which its restart empties.',
    );
  }
  const store = await RedisStore.open(url, new FaultLog({ warn: () => undefined, log: () => undefined }));
  await store.firstContact(patienceMs);
  try {
    if (!store.client.isReady) throw new CacheCommandError('Redis can not be reached.');
    // By the clock of Redis: that of an operator's machine may be far off.
    const [seconds, microseconds] = await store.client.time();
    const aheadMs = Number(seconds) * 1000 + Number(microseconds) / 1000 - Date.now();
    const now = (): number => Math.floor(Date.now() + aheadMs);
    await runCacheCommand(process.argv.slice(2), { redis: store.client, now, write });
  } finally {
    await store.onApplicationShutdown();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function write(text: string): void {
  process.stdout.write(text);
}
