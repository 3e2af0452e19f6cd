import { describe, expect, jest, test } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { AccessTokens } from './access-tokens.js';

const credentials = { userId: 'a', sessionId: 'b' };

function read(...values: readonly string[]) {
  const verify = jest.fn((token: string) => (token === 'good.good.good' ? credentials : null));
  const tokens = new AccessTokens();
  tokens.use(verify);
  const rawHeaders = values.flatMap((value, index) => [index % 2 === 0 ? 'Authorization' : 'AUTHORIZATION', value]);
  const request = { headers: values[0] === undefined ? {} : { authorization: values[0] }, rawHeaders };
  return { verify, found: tokens.read(request as IncomingMessage) };
}

test('a request without a token comes from nobody, which is no fault', () => {
  expect(read().found).toBeNull();
});

test.each(['Bearer good.good.good', 'bearer good.good.good', 'BEARER good.good.good'])('%s is read', (value) => {
  expect(read(value).found).toBe(credentials);
});

describe('a request is refused', () => {
  test('with a token that is not good', () => {
    expect(read('Bearer bad.bad.bad').found).toBeUndefined();
  });

  test.each([
    '',
    'Bearer',
    'Bearer ',
    'Bearer  good.good.good',
    'Bearer good.good',
    'Bearer good.good.good.good',
    'Basic good.good.good',
    'good.good.good',
    'Bearer good.good.good ',
    'Bearer gö.good.good',
  ])('with %j, which nobody needs to verify', (value) => {
    const { found, verify } = read(value);
    expect(found).toBeUndefined();
    expect(verify).not.toHaveBeenCalled();
  });

  test('with two tokens, even the same', () => {
    expect(read('Bearer good.good.good', 'Bearer good.good.good').found).toBeUndefined();
    expect(read('Bearer good.good.good', 'Bearer bad.bad.bad').found).toBeUndefined();
  });
});

test('until somebody says what a good one is, none is', () => {
  const request = { headers: { authorization: 'Bearer good.good.good' }, rawHeaders: [] };
  expect(new AccessTokens().read(request as unknown as IncomingMessage)).toBeUndefined();
});
