import { describe, expect, jest, test } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { TestClock } from '../../../test/support/cache-rig.js';
import { type RedisCommands, SharedRedis } from './shared-redis.js';

function setUp() {
  const clock = new TestClock();
  const ping = jest.fn<RedisCommands['ping']>(async () => 'PONG');
  const faults: unknown[] = [];
  const client: RedisCommands = { ping, eval: async () => 'answer' };
  const options = { clock: clock.read, limitMs: 1, onFault: (error: unknown) => void faults.push(error) };
  return { clock, ping, faults, redis: new SharedRedis(client, options) };
}

const fail = () => Promise.reject(new Error('down'));

describe('SharedRedis', () => {
  test('hands the answer on', async () => {
    const { redis, faults } = setUp();
    expect(await redis.ask((client) => client.eval('', { keys: [], arguments: [] }))).toBe('answer');
    expect(faults).toEqual([]);
  });

  test('leaves a Redis alone that failed, until a probe behind the scenes succeeds', async () => {
    const { redis, clock, ping, faults } = setUp();
    const question = jest.fn(async () => 'answer');
    expect(await redis.ask(fail)).toBeUndefined();
    expect(faults).toEqual([new Error('down')]);
    clock.advance(999);
    expect(await redis.ask(question)).toBeUndefined();
    expect(ping).not.toHaveBeenCalled();
    clock.advance(1);
    expect(await redis.ask(question)).toBeUndefined();
    expect(question).not.toHaveBeenCalled();
    await nextTurn();
    expect(await redis.ask(question)).toBe('answer');
    expect(ping).toHaveBeenCalledTimes(1);
  });

  test('probes with one ping at a time, and holds off anew when that fails', async () => {
    const { redis, clock, ping } = setUp();
    const { promise, reject } = Promise.withResolvers<never>();
    ping.mockReturnValueOnce(promise);
    await redis.ask(fail);
    clock.advance(1000);
    for (let asked = 0; asked < 5; asked += 1) await redis.ask(fail);
    expect(ping).toHaveBeenCalledTimes(1);
    reject(new Error('still down'));
    await nextTurn();
    await redis.ask(fail);
    expect(ping).toHaveBeenCalledTimes(1);
  });

  test('does not wait for an answer that does not come', async () => {
    const { redis, faults } = setUp();
    expect(await redis.ask(() => new Promise<never>(() => undefined))).toBeUndefined();
    expect(faults).toHaveLength(1);
  });
});
