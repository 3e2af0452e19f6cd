import { describe, expect, jest, test } from '@jest/globals';
import { TestClock } from '../../../test/support/cache-rig.js';
import { type RedisCommands, SharedRedis } from '../redis/shared-redis.js';
import { newRequestContext, type RequestContext } from '../request/request-context.js';
import { CallBudget } from './call-budget.js';
import { rateLimitHeaders } from './rate-limit-headers.js';
import { RateLimitedError } from './rate-limited.error.js';

const secret = 'a secret of a test, 32 bytes long';

function requestOf(client: string, userId: string | null = null): RequestContext {
  const context = newRequestContext({ requestId: '12345678', client });
  context.credentials = userId === null ? null : { userId, sessionId: 's' };
  return context;
}

/** How many calls go through until one is refused. */
function spend(budget: CallBudget, request: RequestContext): number {
  for (let made = 0; made < 1000; made += 1) {
    try {
      budget.reserve(request)(true);
    } catch (error) {
      if (error instanceof RateLimitedError) return made;
      throw error;
    }
  }
  return Infinity;
}

describe('CallBudget', () => {
  test('lets as many calls through in each window, and says when the next one begins', () => {
    const clock = new TestClock();
    const budget = new CallBudget({ callsPerMinute: 3, secret, clock: clock.read });
    const request = requestOf('192.0.2.1');
    for (let window = 0; window < 2; window += 1) {
      expect(budget.left(request)).toEqual({ limit: 3, remaining: 3, resetSeconds: 60 });
      budget.reserve(request)(true);
      clock.advance(20_500);
      expect(budget.left(request)).toEqual({ limit: 3, remaining: 2, resetSeconds: 40 });
      expect(spend(budget, request)).toBe(2);
      expect(() => budget.reserve(request)).toThrow(
        expect.objectContaining({ details: { retryable: true, retryAfterSeconds: 40 } }),
      );
      clock.advance(39_500);
    }
  });

  test('counts addresses and accounts apart, and takes both from who is signed in', () => {
    const budget = new CallBudget({ callsPerMinute: 5, secret });
    expect(spend(budget, requestOf('192.0.2.1'))).toBe(5);
    expect(spend(budget, requestOf('192.0.2.1', 'ada'))).toBe(0);
    expect(spend(budget, requestOf('192.0.2.2', 'ada'))).toBe(5);
    expect(spend(budget, requestOf('192.0.2.3', 'ada'))).toBe(0);
    expect(budget.left(requestOf('192.0.2.3', 'ada'))).toMatchObject({ remaining: 0 });
    expect(budget.left(requestOf('192.0.2.3'))).toMatchObject({ remaining: 5 });
  });

  test('gives back what was not made', () => {
    const budget = new CallBudget({ callsPerMinute: 5, secret });
    const request = requestOf('192.0.2.1');
    const settle = budget.reserve(request);
    expect(budget.left(request)).toMatchObject({ remaining: 4 });
    settle(false);
    expect(spend(budget, request)).toBe(5);
  });

  test('is without end where no limit is set', () => {
    const budget = new CallBudget({ callsPerMinute: undefined, secret });
    expect(budget.left(requestOf('192.0.2.1'))).toBeNull();
    expect(spend(budget, requestOf('192.0.2.1'))).toBe(Infinity);
  });

  test.each([
    ['fails', () => Promise.reject(new Error('down'))],
    ['hangs', () => new Promise<never>(() => undefined)],
  ])('counts in this process while Redis %s', (_, answer) => {
    const client = { ...commands, rlflxIncr: answer, eval: answer, ping: answer };
    const budget = new CallBudget({ callsPerMinute: 5, secret, redis: new SharedRedis(client, { limitMs: 1 }) });
    expect(spend(budget, requestOf('192.0.2.1'))).toBe(5);
  });

  test('asks Redis for nothing but calls that were made', () => {
    const ask = jest.fn(() => Promise.reject(new Error('down')));
    const redis = new SharedRedis({ ...commands, eval: ask });
    const budget = new CallBudget({ callsPerMinute: 5, secret, redis });
    budget.left(requestOf('192.0.2.1'));
    budget.reserve(requestOf('192.0.2.1'))(false);
    expect(ask).not.toHaveBeenCalled();
  });
});

const commands: RedisCommands = { eval: async () => null, ping: async () => 'PONG' };

describe('rateLimitHeaders', () => {
  test('are those of the draft', () => {
    expect(rateLimitHeaders({ limit: 300, remaining: 123, resetSeconds: 45 })).toEqual([
      ['RateLimit-Policy', '"calls";q=300;w=60'],
      ['RateLimit', '"calls";r=123;t=45'],
    ]);
  });

  test('are none without a budget', () => {
    expect(rateLimitHeaders(null)).toEqual([]);
  });
});
