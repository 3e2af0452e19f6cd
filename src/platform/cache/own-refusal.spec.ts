import { expect, test } from '@jest/globals';
import { freshKey, openCacheOn } from '../../../test/support/cache-rig.js';
import { RateLimitedError } from '../budget/rate-limited.error.js';
import { currentRequest, runInRequest } from '../request/current-request.js';
import { newRequestContext, type RequestContext } from '../request/request-context.js';

const over = newRequestContext({ requestId: 'over-budget' });
const within = newRequestContext({ requestId: 'within-budget' });

function as<T>(context: RequestContext, work: () => Promise<T>): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  runInRequest(context, () => resolve(work()));
  return promise;
}

test('who waits for a load that is refused to another loads for itself', async () => {
  const cache = openCacheOn(undefined)();
  const key = freshKey();
  const load = async (): Promise<string> => {
    await Promise.resolve();
    if (currentRequest() === over) throw new RateLimitedError(over, 9);
    return 'loaded';
  };
  const read = () => cache.readThrough(key, load);
  const [refused, ...others] = await Promise.allSettled([as(over, read), as(within, read), as(over, read)]);
  expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'RATE_LIMITED' } });
  expect(others).toMatchObject([{ status: 'fulfilled', value: 'loaded' }, { status: 'rejected' }]);
  expect(within.trace.reads.total).toMatchObject({ misses: 1 });
  expect(await as(over, read)).toBe('loaded');
});
