import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { kidOf } from '../../../test/support/tokens/forge.js';
import { forgedTokens } from '../../../test/support/tokens/forged-tokens.js';
import type { AppConfig } from '../../config/app-config.js';
import { AccessTokenService } from './access-token.service.js';

const present = 'the present key of a test, 32 bytes';
const former = 'the former key of a test, 32 bytes.';
const now = Date.UTC(2026, 10, 25, 12) / 1000;
const credentials = { userId: randomUUID(), sessionId: randomUUID() };

const auth = (jwtSecret: string, previousJwtSecret?: string) => ({ jwtSecret, previousJwtSecret }) as AppConfig['auth'];

function serviceAt(seconds: number, jwtSecret = present, previousJwtSecret: string | null = former) {
  const clock = { now: () => new Date(seconds * 1000) };
  return new AccessTokenService(clock, {
    auth: auth(jwtSecret, previousJwtSecret ?? undefined),
  } as AppConfig);
}

const service = serviceAt(now);

const { good, forged } = forgedTokens({ present, former, now, credentials });

describe('a bad access token is refused:', () => {
  test.each(forged)('%s', (_, token) => {
    expect(service.verify(token)).toBeNull();
  });

  test('each of more than a hundred, which all differ from the good one', () => {
    expect(new Set(forged.map(([, token]) => token)).size).toBeGreaterThan(150);
    expect(forged.map(([, token]) => token)).not.toContain(good);
  });
});

describe('a good access token', () => {
  test('names account and session', () => {
    expect(service.verify(service.sign(credentials).text)).toMatchObject(credentials);
  });

  test('of the form that the table of bad ones begins with is taken', () => {
    expect(service.verify(good)).toMatchObject(credentials);
  });

  test('has exactly the header and the claims that are written down', () => {
    const [header, claims] = service
      .sign(credentials)
      .text.split('.')
      .slice(0, 2)
      .map((segment) => JSON.parse(Buffer.from(segment, 'base64url').toString()) as object);
    expect(header).toEqual({ alg: 'HS256', typ: 'at+jwt', kid: kidOf(present) });
    expect(claims).toEqual({
      sub: credentials.userId,
      sid: credentials.sessionId,
      jti: expect.stringMatching(/^[\da-f-]{36}$/),
      iss: 'watchme',
      aud: 'watchme-api',
      iat: now,
      exp: now + 900,
    });
  });

  test('lasts 15 minutes to the second', () => {
    const { text, expiresAt } = service.sign(credentials);
    expect(expiresAt).toEqual(new Date((now + 900) * 1000));
    expect(serviceAt(now + 899).verify(text)).toMatchObject(credentials);
    expect(serviceAt(now + 900).verify(text)).toBeNull();
  });

  test('is another one each time', () => {
    expect(service.sign(credentials).text).not.toBe(service.sign(credentials).text);
  });

  test('may come from a machine whose clock is 5 seconds ahead', () => {
    const { text } = serviceAt(now + 5).sign(credentials);
    expect(service.verify(text)).toMatchObject(credentials);
    expect(serviceAt(now - 1).verify(text)).toBeNull();
  });

  test('holds while keys change, and no longer once the former key is left out', () => {
    const { text } = serviceAt(now, former, null).sign(credentials);
    expect(serviceAt(now, present, former).verify(text)).toMatchObject(credentials);
    expect(serviceAt(now, present, null).verify(text)).toBeNull();
  });

  test('is signed with the present key alone', () => {
    expect(serviceAt(now, present, null).verify(service.sign(credentials).text)).toMatchObject(credentials);
  });
});
