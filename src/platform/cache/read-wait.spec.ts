import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { newRequestContext } from '../request/request-context.js';
import { cacheKey } from './cache-key.js';
import { LoadErrand } from './load-errand.js';
import { waitAs } from './read-wait.js';
import { SingleFlight } from './single-flight.js';

const policy = { softTtlMs: 1, hardTtlMs: 1, negativeTtlMs: 1, negativeHardTtlMs: 1, jitter: 0 };
const key = cacheKey({ name: 'film', version: 1, policy }, 550);
const landing = { entry: { value: 'film', storedAt: 0, freshUntil: 0 }, outcome: 'miss' } as const;
const outOfTime = { code: 'UPSTREAM_UNAVAILABLE', details: { retryable: true } };

function setUp() {
  const errand = new LoadErrand('client', null);
  return { errand, flight: new SingleFlight().start(key, errand) };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('waitAs', () => {
  test('gives what the flight brings, and leaves no timer', async () => {
    const { flight } = setUp();
    const waiting = waitAs(newRequestContext({ requestId: 'one', patienceMs: 3000 }), flight);
    flight.resolve(landing);
    expect(await waiting).toBe(landing);
    await Promise.resolve();
    expect(jest.getTimerCount()).toBe(0);
  });

  test('waits no longer than the request does, while others wait on', async () => {
    const { errand, flight } = setUp();
    const hasty = waitAs(newRequestContext({ requestId: 'one', patienceMs: 1000 }), flight);
    const patient = waitAs(newRequestContext({ requestId: 'two', patienceMs: 3000 }), flight);
    const refused = expect(hasty).rejects.toMatchObject(outOfTime);
    await jest.advanceTimersByTimeAsync(1100);
    await refused;
    expect(errand.signal.aborted).toBe(false);
    flight.resolve(landing);
    expect(await patient).toBe(landing);
  });

  test('calls the load off when its only reader goes away', async () => {
    const { errand, flight } = setUp();
    const client = new AbortController();
    const waiting = waitAs(newRequestContext({ requestId: 'one', signal: () => client.signal }), flight);
    const refused = expect(waiting).rejects.toMatchObject(outOfTime);
    client.abort();
    await refused;
    expect(errand.signal.aborted).toBe(true);
  });

  test('of a reader who has gone already does not begin', async () => {
    const { errand, flight } = setUp();
    await expect(
      waitAs(newRequestContext({ requestId: 'one', signal: () => AbortSignal.abort() }), flight),
    ).rejects.toMatchObject(outOfTime);
    expect(errand.signal.aborted).toBe(true);
  });

  test('waits no more for what has come: who goes away then takes the rest of the load along', async () => {
    const { errand, flight } = setUp();
    const rest = new SingleFlight().start(cacheKey({ name: 'cast', version: 1, policy }, 550), errand);
    const client = new AbortController();
    const request = newRequestContext({ requestId: 'one', signal: () => client.signal });
    const [first, second] = [waitAs(request, flight), waitAs(request, rest)];
    flight.resolve(landing);
    await first;
    expect(errand.signal.aborted).toBe(false);
    const refused = expect(second).rejects.toMatchObject(outOfTime);
    client.abort();
    await refused;
    expect(errand.signal.aborted).toBe(true);
  });
});
