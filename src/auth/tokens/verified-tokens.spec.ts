import { beforeEach, expect, jest, test } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { AccessTokens } from '../../platform/http/access-tokens.js';
import type { AccessTokenService, VerifiedToken } from './access-token.service.js';
import { VerifiedTokens } from './verified-tokens.js';

const good: VerifiedToken = { userId: 'a', sessionId: 'b', expiresAt: 1000 };

let seconds: number;
const look = jest.fn<(token: string) => VerifiedToken | null>();
const requests = new AccessTokens();
const tokens = new VerifiedTokens(
  { verify: look } as unknown as AccessTokenService,
  { now: () => new Date(seconds * 1000) },
  requests,
);

let last = 0;
/** One that nobody has looked at. */
function token(): string {
  last += 1;
  return `token.of.${last}`;
}

beforeEach(() => {
  seconds = 500;
  look.mockReset();
  look.mockImplementation(() => (seconds < good.expiresAt ? good : null));
});

test('a token is looked at once, until it ends', () => {
  const text = token();
  for (seconds = 500; seconds < 1000; seconds += 100) expect(tokens.verify(text)).toBe(good);
  seconds = 999.999;
  expect(tokens.verify(text)).toBe(good);
  expect(look).toHaveBeenCalledTimes(1);
});

test('from the very moment that it ends it is not taken', () => {
  const text = token();
  tokens.verify(text);
  seconds = 1000;
  expect(tokens.verify(text)).toBeNull();
  expect(tokens.verify(text)).toBeNull();
});

test('one that is not good is looked at each time, and is good once it is', () => {
  const text = token();
  look.mockReturnValueOnce(null);
  expect(tokens.verify(text)).toBeNull();
  expect(tokens.verify(text)).toBe(good);
});

test('another token has nothing of it', () => {
  tokens.verify(token());
  look.mockReturnValueOnce(null);
  expect(tokens.verify(token())).toBeNull();
});

test('requests are read by it once the app has started', () => {
  const request = { headers: { authorization: `Bearer ${token()}` }, rawHeaders: [] } as unknown as IncomingMessage;
  expect(requests.read(request)).toBeUndefined();
  tokens.onModuleInit();
  expect(requests.read(request)).toBe(good);
});
