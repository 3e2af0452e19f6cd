import { randomUUID } from 'node:crypto';
import type { SharedRedis } from '../redis/shared-redis.js';
import type { CacheKey } from './cache-key.js';

/** How long the others wait for a process that died with a lease. */
const leaseMs = 1500;
const renewEveryMs = 500;

/**
 * Takes each lease that is free, or that ends later than any of ours as only rubbish does, and tells what the cache holds under its key
 * by now: another may have loaded it a moment ago. The answer is -1 for a lease of somebody else's.
 */
const claimScript = `
local answers = {}
for i = 1, #KEYS, 2 do
  local isFree = redis.call('SET', KEYS[i], ARGV[1], 'NX', 'PX', ARGV[2])
  if not isFree then
    local rest = redis.call('PTTL', KEYS[i])
    if rest < 0 or rest > tonumber(ARGV[2]) then isFree = redis.call('SET', KEYS[i], ARGV[1], 'PX', ARGV[2]) end
  end
  local text = isFree and redis.pcall('GET', KEYS[i + 1])
  answers[#answers + 1] = isFree and (type(text) == 'string' and text or '') or -1
end
return answers`;

const renewScript = `
for _, key in ipairs(KEYS) do
  if redis.call('GET', key) == ARGV[1] then redis.call('PEXPIRE', key, ARGV[2]) end
end`;

const releaseScript = `
for _, key in ipairs(KEYS) do
  if redis.call('GET', key) == ARGV[1] then redis.call('DEL', key) end
end`;

/** Who of the processes loads a key; by the entry's text what Redis holds of it since. */
export type Claim = { readonly isMine: true; readonly text: string | undefined } | { readonly isMine: false };

/**
 * One loader per key in all processes. A lease is short and renewed while the load goes on, so that one who dies holds
 * nobody up for long. Without an answer from Redis everyone loads for himself.
 */
export class Leases {
  private readonly owner = randomUUID();

  constructor(private readonly redis: SharedRedis) {}

  /** In the order of the keys. */
  async claim(keys: readonly CacheKey[]): Promise<readonly Claim[]> {
    const answer = await this.ask(
      claimScript,
      keys.flatMap((key) => [leaseOf(key), entryOf(key)]),
    );
    const told = Array.isArray(answer) ? answer : [];
    return keys.map((_, index): Claim => {
      const text: unknown = told[index];
      if (text === -1) return { isMine: false };
      return { isMine: true, text: typeof text === 'string' && text !== '' ? text : undefined };
    });
  }

  /** Keeps the leases until what it returns is called, which lets them go. */
  hold(keys: readonly CacheKey[]): () => void {
    const names = keys.map(leaseOf);
    const timer = setInterval(() => void this.ask(renewScript, names), renewEveryMs);
    return () => {
      clearInterval(timer);
      void this.ask(releaseScript, names);
    };
  }

  private ask(script: string, keys: string[]): Promise<unknown> {
    return this.redis.ask((client) => client.eval(script, { keys, arguments: [this.owner, String(leaseMs)] }));
  }
}

function leaseOf({ text }: CacheKey): string {
  return `watchme:lease:${text}`;
}

/** Where Keyv keeps the entry. */
function entryOf({ text }: CacheKey): string {
  return `watchme::${text}`;
}
