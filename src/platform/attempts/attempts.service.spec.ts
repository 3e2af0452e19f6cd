import { afterEach, describe, expect, jest, test } from '@jest/globals';
import {
  describeAttemptsContract,
  freshAttemptKey,
  tryTogether,
  tryUntilRefused,
} from '../../../test/support/attempts-contract.js';
import { TestClock } from '../../../test/support/cache-rig.js';
import type { RateKey } from './attempt-key.js';
import { AttemptsService } from './attempts.service.js';
import { type RedisCommands, SharedRedis } from '../redis/shared-redis.js';

const secret = 'a secret of a test, 32 bytes long';

describeAttemptsContract(
  'AttemptsService without Redis',
  (clock) => new AttemptsService({ secret, clock: clock.read }),
);

describe('AttemptsService on a Redis that fails', () => {
  const refuse = () => Promise.reject(new Error('down'));
  const hang = () => new Promise<never>(() => undefined);

  describeAttemptsContract('counts all the same when it is down', (clock) =>
    open({ eval: refuse, ping: refuse }, clock),
  );

  test('counts all the same when it hangs, and only the first wait for it', async () => {
    const ask = jest.fn(hang);
    const attempts = open({ eval: ask, ping: hang }, new TestClock());
    const key = freshAttemptKey();
    expect(await tryTogether([attempts], [key], 20)).toBe(10);
    expect(ask).toHaveBeenCalledTimes(20);
    expect(await tryTogether([attempts], [key], 20)).toBe(0);
    expect(ask).toHaveBeenCalledTimes(20);
  });

  test('takes an answer that is none for a fault', async () => {
    const attempts = open({ eval: async () => 'OK', ping: async () => 'PONG' }, new TestClock());
    expect(await tryTogether([attempts], [freshAttemptKey()], 20)).toBe(10);
  });

  test('keeps counting what Redis said last', async () => {
    const clock = new TestClock();
    const opensAt = clock.nowMs + 20_000;
    const answer = jest.fn<RedisCommands['eval']>(async () => [20_000, 10, opensAt, clock.nowMs]);
    const attempts = open({ eval: answer, ping: refuse }, clock);
    const key = freshAttemptKey();
    expect(await attempts.tryOnce([key])).toEqual({ allowed: false, retryAfterSeconds: 20 });
    answer.mockRejectedValue(new Error('down'));
    expect(await attempts.tryOnce([key])).toEqual({ allowed: false, retryAfterSeconds: 20 });
    clock.advance(20_000);
    expect(await tryUntilRefused(attempts, [key])).toEqual({ tried: 1, retryAfterSeconds: 60 });
  });

  test('sends no subject in clear', async () => {
    const ask = jest.fn<RedisCommands['eval']>(refuse);
    const attempts = open({ eval: ask, ping: refuse }, new TestClock());
    await attempts.tryOnce([{ scope: 'login', subject: 'ada@example.org', freeTries: 10 }]);
    const sent = JSON.stringify(ask.mock.calls);
    expect(sent).not.toContain('ada');
    expect(sent).toMatch(/"watchme:attempts:login:[\w-]{43}"/);
  });

  function open(client: RedisCommands, clock: TestClock): AttemptsService {
    return new AttemptsService({
      secret,
      clock: clock.read,
      redis: new SharedRedis(client, { clock: clock.read, limitMs: 1 }),
    });
  }
});

describe('takeOne', () => {
  const mail: RateKey = { scope: 'mail', subject: 'ada@example.org', points: 3, windowSeconds: 3600 };

  afterEach(() => {
    jest.useRealTimers();
  });

  test('lets so many through in each window, and says when the next one begins', async () => {
    jest.useFakeTimers();
    const attempts = new AttemptsService({ secret });
    for (let window = 0; window < 2; window += 1) {
      for (let mails = 0; mails < 3; mails += 1) expect(await attempts.takeOne(mail)).toEqual({ allowed: true });
      jest.advanceTimersByTime(600_000);
      expect(await attempts.takeOne(mail)).toEqual({ allowed: false, retryAfterSeconds: 3000 });
      jest.advanceTimersByTime(3_000_000);
    }
  });

  test('counts scopes and subjects apart', async () => {
    const attempts = new AttemptsService({ secret });
    const one = { ...mail, points: 1 };
    expect(await attempts.takeOne(one)).toEqual({ allowed: true });
    expect(await attempts.takeOne(one)).toMatchObject({ allowed: false });
    expect(await attempts.takeOne({ ...one, scope: 'verification' })).toEqual({ allowed: true });
    expect(await attempts.takeOne({ ...one, subject: 'bob@example.org' })).toEqual({ allowed: true });
  });
});
