import { type AttemptCounter, type AttemptSlot, firstWaitMs } from './attempt-counter.js';
import type { RedisCommands } from '../redis/shared-redis.js';

/** What Redis made of a try: the wait, and the counters as they are now, in the order of the slots. */
export interface SharedTry {
  readonly waitMs: number;
  readonly counters: readonly AttemptCounter[];
}

interface KnownSlot {
  readonly slot: AttemptSlot;
  /** What this process knows: it holds where Redis lost its own, or is behind after an outage. */
  readonly known: AttemptCounter;
}

/**
 * The rules of `attempt-counter.ts`, for all slots at once and atomically, so that parallel tries in several processes
 * get no more than one after the other, and a refusal by one slot takes nothing from the others. The time is the
 * caller's, as everywhere; Redis only ends what is forgotten.
 */
const tryScript = `
local now, firstWait = tonumber(ARGV[1]), tonumber(ARGV[2])
local slots, longest = {}, 0
for i, key in ipairs(KEYS) do
  local at = 6 * (i - 1) + 2
  local slot = {
    free = tonumber(ARGV[at + 1]), longest = tonumber(ARGV[at + 2]), forget = tonumber(ARGV[at + 3]),
    tries = tonumber(ARGV[at + 4]), openAt = tonumber(ARGV[at + 5]), changedAt = tonumber(ARGV[at + 6])
  }
  local tries, openAt, changedAt = string.match(redis.call('GET', key) or '', '^(%d+) (%d+) (%d+)$')
  if tries and tonumber(changedAt) >= slot.changedAt then
    slot.tries, slot.openAt, slot.changedAt = tonumber(tries), tonumber(openAt), tonumber(changedAt)
  end
  if slot.changedAt + slot.forget <= now then slot.tries, slot.openAt = 0, 0 end
  if slot.tries >= slot.free then longest = math.max(longest, math.min(slot.openAt - now, slot.longest)) end
  slots[i] = slot
end
local answer = { longest }
for i, key in ipairs(KEYS) do
  local slot = slots[i]
  if longest == 0 then
    slot.tries = slot.tries + 1
    if slot.tries < slot.free then slot.openAt = 0
    else slot.openAt = now + math.min(firstWait * 2 ^ (slot.tries - slot.free), slot.longest) end
    slot.changedAt = math.max(now, slot.changedAt + 1)
  end
  local text = string.format('%d %d %d', slot.tries, slot.openAt, slot.changedAt)
  local lifetime = math.max(1, math.min(slot.changedAt + slot.forget - now, slot.forget))
  redis.call('SET', key, text, 'PX', string.format('%d', lifetime))
  table.insert(answer, slot.tries)
  table.insert(answer, slot.openAt)
  table.insert(answer, slot.changedAt)
end
return answer`;

/** `afterGivingBack`, atomically. What this process knows counts only where Redis knows nothing. */
const giveBackScript = `
local now = tonumber(ARGV[1])
local answer = { 0 }
for i, key in ipairs(KEYS) do
  local at = 4 * (i - 1) + 1
  local tries, openAt, changedAt = string.match(redis.call('GET', key) or '', '^(%d+) (%d+) (%d+)$')
  if not tries then tries, openAt, changedAt = ARGV[at + 2], ARGV[at + 3], ARGV[at + 4] end
  tries = math.max(0, tonumber(tries) - 1)
  openAt = math.min(tonumber(openAt), now)
  changedAt = math.max(now, tonumber(changedAt) + 1)
  redis.call('SET', key, string.format('%d %d %d', tries, openAt, changedAt), 'PX', ARGV[at + 1])
  table.insert(answer, tries)
  table.insert(answer, openAt)
  table.insert(answer, changedAt)
end
return answer`;

/** Counters of no tries are written, not deleted: other processes may remember more, and would put it back. */
const clearScript = `
for i, key in ipairs(KEYS) do
  local changedAt = string.match(redis.call('GET', key) or '', '^%d+ %d+ (%d+)$') or 0
  local latest = math.max(tonumber(changedAt) + 1, tonumber(ARGV[2 * i - 1]))
  redis.call('SET', key, string.format('0 0 %d', latest), 'PX', ARGV[2 * i])
end`;

export async function tryShared(redis: RedisCommands, slots: readonly KnownSlot[], now: number): Promise<SharedTry> {
  const texts = slots.flatMap(({ slot, known }) => [
    slot.freeTries,
    slot.longestWaitMs,
    slot.forgetAfterMs,
    known.tries,
    known.openAt,
    known.changedAt,
  ]);
  const reply = await redis.eval(tryScript, {
    keys: slots.map(({ slot }) => keyOf(slot)),
    arguments: [now, firstWaitMs, ...texts].map(String),
  });
  return sharedTryOf(reply, slots.length);
}

/** The counters as they are now, in the order of the slots. */
export async function giveBackShared(
  redis: RedisCommands,
  slots: readonly KnownSlot[],
  now: number,
): Promise<readonly AttemptCounter[]> {
  const texts = slots.flatMap(({ slot, known }) => [slot.forgetAfterMs, known.tries, known.openAt, known.changedAt]);
  const reply = await redis.eval(giveBackScript, {
    keys: slots.map(({ slot }) => keyOf(slot)),
    arguments: [now, ...texts].map(String),
  });
  return sharedTryOf(reply, slots.length).counters;
}

export async function clearShared(redis: RedisCommands, slots: readonly KnownSlot[]): Promise<void> {
  await redis.eval(clearScript, {
    keys: slots.map(({ slot }) => keyOf(slot)),
    arguments: slots.flatMap(({ slot, known }) => [known.changedAt, slot.forgetAfterMs]).map(String),
  });
}

function keyOf(slot: AttemptSlot): string {
  return `watchme:attempts:${slot.id}`;
}

function sharedTryOf(reply: unknown, slots: number): SharedTry {
  const numbers = Array.isArray(reply) ? reply.map(Number) : [];
  const [waitMs, ...rest] = numbers;
  if (waitMs === undefined || rest.length !== 3 * slots || !numbers.every(Number.isSafeInteger)) {
    throw new TypeError('Redis did not answer with counters');
  }
  const counters = Array.from({ length: slots }, (_, index) => {
    const [tries = 0, openAt = 0, changedAt = 0] = rest.slice(3 * index);
    return { tries, openAt, changedAt };
  });
  return { waitMs, counters };
}
