import { expect, test } from '@jest/globals';
import { CallBudget } from '../platform/budget/call-budget.js';
import { runInRequest } from '../platform/request/current-request.js';
import { newRequestContext } from '../platform/request/request-context.js';
import { UpstreamBusyError, UpstreamUnavailableError } from './tmdb.errors.js';
import { countedCalls, upstreamCallLimit } from './upstream-call-limit.js';

const secret = 'a secret of a test, 32 bytes long';
const countedCall = countedCalls(new CallBudget({ callsPerMinute: undefined, secret }));

const many = (amount: number) =>
  Promise.allSettled(Array.from({ length: amount }, () => countedCall(() => Promise.resolve('answer'))));

const refusals = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.filter((result) => result.status === 'rejected').map(({ reason }) => reason as unknown);

function inRequest<T>(run: () => Promise<T>) {
  const context = newRequestContext({ requestId: '12345678' });
  const { promise, resolve } = Promise.withResolvers<T>();
  runInRequest(context, () => resolve(run()));
  return { context, answer: promise };
}

test('a request makes as many calls as it may, side by side too, and not one more', async () => {
  const { context, answer } = inRequest(() => many(upstreamCallLimit + 3));
  const refused = refusals(await answer);
  expect(refused).toHaveLength(3);
  expect(refused[0]).toMatchObject({
    code: 'DOCUMENT_LIMIT_EXCEEDED',
    details: { limit: 'upstreamCalls', allowed: 200, actual: 201 },
  });
  expect(context.trace.upstreamCalls).toBe(200);
});

test('each request has calls of its own', async () => {
  const answers = [inRequest(() => many(150)), inRequest(() => many(150))].map(({ answer }) => answer);
  for (const results of await Promise.all(answers)) expect(refusals(results)).toEqual([]);
});

test('outside of a request nothing is held back', async () => {
  expect(refusals(await many(upstreamCallLimit + 1))).toEqual([]);
});

test.each([
  ['was made', 1, () => Promise.resolve('answer')],
  ['was made and went wrong', 1, () => Promise.reject(new TypeError('x'))],
  ['got no turn', 0, () => Promise.reject(new UpstreamBusyError(1))],
  ['was held back', 0, () => Promise.reject(new UpstreamUnavailableError({ reason: 'circuit-open' }))],
])('a call that %s takes %i of the budget', async (_, taken, call) => {
  const budget = new CallBudget({ callsPerMinute: 10, secret });
  const { context, answer } = inRequest(() => Promise.allSettled([countedCalls(budget)(call)]));
  expect(budget.left(context)).toMatchObject({ remaining: 9 });
  await answer;
  expect(budget.left(context)).toMatchObject({ remaining: 10 - taken });
});

test('a call beyond the budget is not made', async () => {
  const counted = countedCalls(new CallBudget({ callsPerMinute: 2, secret }));
  const { context, answer } = inRequest(() =>
    Promise.allSettled(Array.from({ length: 3 }, () => counted(() => Promise.resolve('answer')))),
  );
  expect(refusals(await answer)).toMatchObject([{ code: 'RATE_LIMITED' }]);
  expect(context.trace.upstreamCalls).toBe(2);
});
