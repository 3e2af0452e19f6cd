import type { RedisCommands } from '../../platform/redis/shared-redis.js';
import { longestWaitSeconds } from '../transport/retry-after-gate.js';
import type { Rate } from './token-bucket.js';

/** What a try for a token gives: it, or how long to wait for one, or for how long TMDb wants no calls at all. */
export type BudgetAnswer = { readonly kind: 'granted' } | { readonly kind: 'wait' | 'shut'; readonly waitMs: number };

const budgetKey = 'watchme:upstream:budget';
const gateKey = 'watchme:upstream:gate';
/** A gate that is shut for longer is rubbish. */
const longestShutMs = longestWaitSeconds * 1000;

/**
 * The arithmetic of `TokenBucket`, in microseconds of Redis' own clock, so that the clocks of processes do not matter.
 * What is no time is taken for a full bucket, and a time further ahead than an empty one has for an empty one.
 */
const takeScript = `
local shut = redis.call('PTTL', KEYS[2])
if shut > 0 and shut <= ${longestShutMs} then return { 2, shut } end
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local interval, burst, reserve = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local held = redis.pcall('GET', KEYS[1])
local fullAt = type(held) == 'string' and string.match(held, '^%d+$') and tonumber(held) or now
local function keep(time) redis.call('SET', KEYS[1], string.format('%d', time), 'PX', 60000) end
local emptyUntil = now + burst * interval
if fullAt > emptyUntil then
  fullAt = emptyUntil
  keep(fullAt)
end
fullAt = math.max(fullAt, now)
local wait = fullAt - now - (burst - 1 - reserve) * interval
if wait > 0 then return { 1, math.ceil(wait / 1000) } end
keep(fullAt + interval)
return { 0, 0 }`;

/** A shorter order never opens the gate earlier. */
const shutScript = `
local shut = redis.call('PTTL', KEYS[1])
if shut < tonumber(ARGV[1]) or shut > ${longestShutMs} then redis.call('SET', KEYS[1], 'shut', 'PX', ARGV[1]) end`;

/** @throws TypeError when Redis answers something else; and what the client throws. */
export async function takeShared(redis: RedisCommands, rate: Rate, reserve: number): Promise<BudgetAnswer> {
  const reply = await redis.eval(takeScript, {
    keys: [budgetKey, gateKey],
    arguments: [Math.ceil(rate.intervalMs * 1000), rate.burst, reserve].map(String),
  });
  const [kind, waitMs] = Array.isArray(reply) ? reply.map(Number) : [];
  if (kind === 0) return { kind: 'granted' };
  if (waitMs === undefined || (kind !== 1 && kind !== 2)) throw new TypeError('Redis did not answer with a budget');
  return { kind: kind === 1 ? 'wait' : 'shut', waitMs };
}

export async function shutShared(redis: RedisCommands, forMs: number): Promise<void> {
  await redis.eval(shutScript, { keys: [gateKey], arguments: [String(forMs)] });
}
