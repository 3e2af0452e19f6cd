import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CallBudget } from '../../src/platform/budget/call-budget.js';
import { FaultLog } from '../../src/platform/redis/fault-log.js';
import { RedisStore } from '../../src/platform/redis/redis-store.js';
import { SharedRedis } from '../../src/platform/redis/shared-redis.js';
import { newRequestContext } from '../../src/platform/request/request-context.js';
import { describeWithRedis } from '../support/redis-server.js';

const silent = new FaultLog({ warn: () => undefined, log: () => undefined });

describeWithRedis('CallBudget on a real Redis', (redisUrl) => {
  let store: RedisStore;
  beforeAll(async () => {
    store = await RedisStore.open(redisUrl(), silent);
    await store.firstContact(1000);
  });
  afterAll(() => store.onApplicationShutdown());

  const open = () =>
    new CallBudget({ callsPerMinute: 5, secret: 'x'.repeat(32), redis: new SharedRedis(store.client) });

  /** Commands are answered in order. */
  const heard = () => store.client.ping();

  test('counts for all processes together, until the same end', async () => {
    const [first, second] = [open(), open()];
    const request = newRequestContext({ requestId: '12345678', client: '192.0.2.1' });
    for (let made = 0; made < 3; made += 1) first.reserve(request)(true);
    await heard();
    second.reserve(request)(true);
    await heard();
    await heard();
    expect(second.left(request)).toMatchObject({ limit: 5, remaining: 1 });
    second.reserve(request)(true);
    expect(() => second.reserve(request)).toThrow('than you may at once');
    const keys = await store.client.keys('watchme:calls:*');
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toContain('192');
    expect(await store.client.ttl(keys[0]!)).toBeGreaterThan(50);
  });
});
