import type { RedisCommands } from '../redis/shared-redis.js';

/** What Redis said of a beat. */
export interface BeatReply {
  /** The processes heard of lately, this one among them. */
  readonly count: number;
  /** For each document asked for, in that order; null where it is as known, or Redis has none. */
  readonly documents: readonly ({ readonly version: string; readonly text: string } | null)[];
}

export interface Beat {
  readonly id: string;
  /** How long a process may be silent and still count, in milliseconds. */
  readonly silenceMs: number;
  /** What the process says of itself; null: nothing. */
  readonly description: string | null;
  readonly documents: readonly { readonly name: string; readonly knownVersion: string }[];
}

const heartbeats = 'watchme:cluster:heartbeats';

/** Whatever else lies under a key would fail each command on it for ever. */
const onlyOfType = `
local function only(key, kind)
  local found = redis.call('TYPE', key).ok
  if found ~= kind and found ~= 'none' then redis.call('DEL', key) end
end`;

/** The time is that of Redis, so that the clocks of the processes need not agree. */
const beatScript = `${onlyOfType}
local id, silence = ARGV[1], tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
only(KEYS[1], 'zset')
redis.call('ZADD', KEYS[1], now, id)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - silence)
redis.call('ZREMRANGEBYSCORE', KEYS[1], now + silence, '+inf')
redis.call('PEXPIRE', KEYS[1], silence)
if ARGV[3] == 'described' then redis.call('SET', KEYS[2], ARGV[4], 'PX', silence) end
local answer = { redis.call('ZCARD', KEYS[1]) }
for i = 3, #KEYS do
  only(KEYS[i], 'hash')
  local version = redis.call('HGET', KEYS[i], 'version')
  local text = version and version ~= ARGV[i + 2] and redis.call('HGET', KEYS[i], 'text')
  table.insert(answer, text and version or '')
  table.insert(answer, text or '')
end
return answer`;

/** A key that never ends is none of ours: it would hold the task for ever. */
const lockScript = `${onlyOfType}
only(KEYS[1], 'string')
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] and redis.call('PTTL', KEYS[1]) > 0 then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

const publishScript = `${onlyOfType}
only(KEYS[1], 'hash')
redis.call('HSET', KEYS[1], 'version', ARGV[1], 'text', ARGV[2])
return 1`;

const releaseScript = `${onlyOfType}
for i, key in ipairs(KEYS) do
  only(key, 'string')
  if redis.call('GET', key) == ARGV[1] then redis.call('DEL', key) end
end
return 1`;

const leaveScript = `${onlyOfType}
only(KEYS[1], 'zset')
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('DEL', KEYS[2])
return 1`;

export async function sendBeat(redis: RedisCommands, beat: Beat): Promise<BeatReply> {
  const { id, silenceMs, description, documents } = beat;
  const reply = await redis.eval(beatScript, {
    keys: [heartbeats, processKey(id), ...documents.map(({ name }) => documentKey(name))],
    arguments: [
      id,
      String(silenceMs),
      description === null ? 'silent' : 'described',
      description ?? '',
      ...documents.map(({ knownVersion }) => knownVersion),
    ],
  });
  return beatReplyOf(reply, documents.length);
}

/** Whether the process holds the lock from now on, for so long. */
export async function takeLock(redis: RedisCommands, name: string, id: string, ttlMs: number): Promise<boolean> {
  return Number(await redis.eval(lockScript, { keys: [lockKey(name)], arguments: [id, String(ttlMs)] })) === 1;
}

/** Lets go of those that the process holds. */
export async function releaseLocks(redis: RedisCommands, names: readonly string[], id: string): Promise<void> {
  await redis.eval(releaseScript, { keys: names.map(lockKey), arguments: [id] });
}

export async function storeDocument(
  redis: RedisCommands,
  name: string,
  { version, text }: { readonly version: string; readonly text: string },
): Promise<true> {
  await redis.eval(publishScript, { keys: [documentKey(name)], arguments: [version, text] });
  return true;
}

/** Null where there is none, or something else lies in its place. */
export async function readDocument(
  redis: { hGet(key: string, field: string): Promise<string | null> },
  name: string,
): Promise<string | null> {
  return redis.hGet(documentKey(name), 'text').catch(() => null);
}

/** The process no longer counts. */
export async function leave(redis: RedisCommands, id: string): Promise<void> {
  await redis.eval(leaveScript, { keys: [heartbeats, processKey(id)], arguments: [id] });
}

function processKey(id: string): string {
  return `watchme:process:${id}`;
}

function lockKey(name: string): string {
  return `watchme:cluster:lock:${name}`;
}

function documentKey(name: string): string {
  return `watchme:cluster:document:${name}`;
}

function beatReplyOf(reply: unknown, documents: number): BeatReply {
  const [count, ...rest] = Array.isArray(reply) ? (reply as unknown[]) : [];
  if (typeof count !== 'number' || rest.length !== 2 * documents) {
    throw new TypeError('Redis did not answer with a count of processes');
  }
  return {
    count,
    documents: Array.from({ length: documents }, (_, index) => {
      const [version, text] = [String(rest[2 * index]), String(rest[2 * index + 1])];
      return version === '' ? null : { version, text };
    }),
  };
}
