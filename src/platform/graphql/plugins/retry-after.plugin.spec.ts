import type { GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { expect, test } from '@jest/globals';
import type { GraphqlContext } from '../graphql-context.js';
import { retryAfterPlugin } from './retry-after.plugin.js';

type Sending = GraphQLRequestContextWillSendResponse<GraphqlContext>;

async function retryAfterOf(...extensions: Record<string, unknown>[]): Promise<string | undefined> {
  const errors = extensions.map((each) => ({ message: 'x', extensions: each }));
  const http = { headers: new HeaderMap() };
  const sending = { response: { http, body: { kind: 'single', singleResult: { errors } } } } as unknown as Sending;
  const listener = await retryAfterPlugin.requestDidStart?.(sending);
  await listener?.willSendResponse?.(sending);
  return http.headers.get('retry-after');
}

test('Retry-After is the longest that an error asks for', async () => {
  expect(await retryAfterOf({ retryAfterSeconds: 3 }, { code: 'X' }, { retryAfterSeconds: 20 })).toBe('20');
});

test.each([[[]], [[{ retryable: true }]]])('there is none without one (%j)', async (extensions) => {
  expect(await retryAfterOf(...extensions)).toBeUndefined();
});
