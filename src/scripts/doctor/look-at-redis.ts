import type { AppConfig } from '../../config/app-config.js';
import { FaultLog, secretsOf } from '../../platform/redis/fault-log.js';
import { RedisStore } from '../../platform/redis/redis-store.js';
import type { Report } from './finding.js';
import { isThisMachine } from './is-this-machine.js';

const contactMs = 4000;
const pings = 5;
const slowMs = 20;
/** The oldest that is tested. */
const leastMajor = 7;

/** Whether Redis is reached, forgets what it should when it is full, and is quick. */
export async function lookAtRedis({ cache }: AppConfig, report: Report): Promise<void> {
  if (cache.redisUrl === undefined) {
    report.warn('is not used: each process has a cache of its own', 'Give REDIS_URL where several processes run.');
    return;
  }
  let reason = 'no answer';
  const log = { warn: (details: { reason: string }) => (reason = details.reason), log: () => undefined };
  const store = await RedisStore.open(cache.redisUrl, new FaultLog(log, secretsOf(cache.redisUrl)));
  try {
    await store.firstContact(contactMs);
    if (!store.client.isReady) report.fail(`can not be used (${reason})`, remedyOf(reason));
    else await tell(store.client, cache.redisUrl, report);
  } finally {
    await store.onApplicationShutdown();
  }
}

async function tell(client: RedisStore['client'], url: string, report: Report): Promise<void> {
  const info = readInfo(await client.info());
  const version = info.get('redis_version') ?? '0';
  const isEncrypted = url.startsWith('rediss:');
  const latencyMs = await medianPing(client);
  report.ok(`${version} is reached${isEncrypted ? ' by TLS' : ', unencrypted'}, in ${latencyMs.toFixed(1)} ms`);
  if (!isEncrypted && !isThisMachine(url)) {
    report.warn('is spoken to unencrypted over a network', 'Use TLS: rediss: in REDIS_URL.');
  }
  if (Number.parseInt(version, 10) < leastMajor) {
    report.warn(`is of version ${version}`, `Use version ${leastMajor} or newer, which is what is tested.`);
  }
  const policy = info.get('maxmemory_policy');
  if (policy !== 'allkeys-lru' && policy !== 'allkeys-lfu') {
    report.warn(
      `keeps the old rather than the new when it is full (${policy})`,
      'Set maxmemory-policy to allkeys-lru.',
    );
  }
  if (info.get('maxmemory') === '0') report.warn('has no bound of its memory', 'Set maxmemory, such as 256mb.');
  if (latencyMs > slowMs) report.warn(`takes ${latencyMs.toFixed(0)} ms`, 'Have it in the same zone as the API.');
}

function readInfo(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\r\n').filter((line) => line.includes(':'));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
}

async function medianPing(client: RedisStore['client']): Promise<number> {
  const took: number[] = [];
  for (let index = 0; index < pings; index += 1) {
    const startedAt = performance.now();
    await client.ping();
    took.push(performance.now() - startedAt);
  }
  return took.toSorted((one, other) => one - other)[Math.floor(pings / 2)] ?? 0;
}

function remedyOf(reason: string): string {
  if (/WRONGPASS|NOAUTH|ERR AUTH/.test(reason)) return 'See the user and password in REDIS_URL.';
  if (/certificate|altnames|CERT/i.test(reason)) {
    return 'Give the file of its certificate authority as NODE_EXTRA_CA_CERTS, and its name as the certificate has it.';
  }
  if (/ENOTFOUND|EAI_AGAIN/.test(reason)) return 'Its name is not known: see REDIS_URL.';
  if (/ECONNREFUSED/.test(reason)) return 'Nothing listens there: start it, or see the port in REDIS_URL.';
  return 'See whether it runs, whether a firewall is in the way, and whether it wants TLS (rediss:).';
}
