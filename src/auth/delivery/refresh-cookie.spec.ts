import { describe, expect, test } from '@jest/globals';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import type { AppConfig } from '../../config/app-config.js';
import { RefreshCookie } from './refresh-cookie.js';

const now = new Date('2026-11-25T12:00:00Z');

interface Setting {
  readonly trustedProxies?: number;
  readonly cookieSameSite?: 'strict' | 'none';
}

function cookieOf({ trustedProxies = 0, cookieSameSite = 'strict' }: Setting = {}): RefreshCookie {
  const http = { trustedProxies, corsOrigins: ['https://app.example', 'http://localhost:*'] };
  return new RefreshCookie({ http, auth: { cookieSameSite } } as unknown as AppConfig, { now: () => now });
}

function requestFrom(origin: string | undefined, isEncrypted = false): GraphqlContext {
  const headers = { host: 'api.example:4000', cookie: 'a=b; watchme_refresh=token; c=d', ...(origin && { origin }) };
  const req = { headers, socket: isEncrypted ? { encrypted: true } : {} };
  return { req } as unknown as GraphqlContext;
}

describe('The refresh cookie', () => {
  test.each(['https://app.example', 'http://localhost:5173', 'http://api.example:4000', 'https://api.example:4000'])(
    'is taken from a page of %s',
    (origin) => {
      expect(cookieOf().read(requestFrom(origin))).toBe('token');
    },
  );

  test.each([
    undefined,
    'null',
    'https://evil.example',
    'https://app.example.evil.example',
    'https://app.example:444',
    'http://app.example',
    'https://api.example',
    'http://api.example:4000.evil.example',
    'http://evil.example#api.example:4000',
  ])('is not taken from a page of %j', (origin) => {
    expect(() => cookieOf().read(requestFrom(origin))).toThrow('not taken from pages of this origin');
  });

  test('is not taken from our own pages by plain HTTP where something in front may have ended TLS', () => {
    const behind = cookieOf({ trustedProxies: 1 });
    expect(() => behind.read(requestFrom('http://api.example:4000'))).toThrow('not taken');
    expect(behind.read(requestFrom('https://api.example:4000'))).toBe('token');
  });

  test('is nothing where there is none, whoever asks', () => {
    const request = { req: { headers: { host: 'api.example' }, socket: {} } } as unknown as GraphqlContext;
    expect(cookieOf().read(request)).toBeUndefined();
  });

  test.each(['strict', 'none'] as const)('is set for the endpoint alone, for no script, and %s', (cookieSameSite) => {
    const written: string[] = [];
    const res = { appendHeader: (_name: string, value: string) => void written.push(value) };
    const request = { req: { headers: {} }, res } as unknown as GraphqlContext;
    cookieOf({ cookieSameSite }).set(request, 'token', new Date(now.getTime() + 60_000));
    const sameSite = cookieSameSite === 'strict' ? 'Strict' : 'None';
    expect(written).toEqual([
      `watchme_refresh=token; Max-Age=60; Path=/graphql; HttpOnly; Secure; SameSite=${sameSite}`,
    ]);
  });
});
