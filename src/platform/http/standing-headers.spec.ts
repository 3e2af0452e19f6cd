import { describe, expect, test } from '@jest/globals';
import type { AppConfig } from '../../config/app-config.js';
import { StandingHeaders } from './standing-headers.js';

const listed = 'https://app.example';

function headersFor(origin?: string): Record<string, string> {
  // No more of it is read.
  const config = {
    http: { corsOrigins: [listed, 'http://localhost:*'] },
  } as unknown as AppConfig;
  const flat = new StandingHeaders(config).for(origin, 'unknown');
  return Object.fromEntries(
    flat.flatMap((name, index) => (index % 2 === 0 ? [[name.toLowerCase(), flat[index + 1] ?? '']] : [])),
  );
}

test('an origin that is listed may read the answer, and no other', () => {
  expect(headersFor(listed)).toHaveProperty('access-control-allow-origin', listed);
  expect(headersFor('http://localhost:8080')).toHaveProperty('access-control-allow-origin', 'http://localhost:8080');
  for (const other of [undefined, '', 'https://other.example', 'null']) {
    expect(headersFor(other)).not.toHaveProperty('access-control-allow-origin');
  }
});

test('an origin too long to be one is none', () => {
  expect(headersFor(`http://localhost:${'1'.repeat(300)}`)).toEqual(headersFor());
});

describe('every answer', () => {
  test('has the headers of security, whoever asks', () => {
    for (const origin of [undefined, listed, 'https://other.example']) {
      expect(headersFor(origin)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      });
    }
  });

  test('leaves `Vary` to those who know by what it differs', () => {
    for (const origin of [undefined, listed]) expect(headersFor(origin)).not.toHaveProperty('vary');
  });
});

test('the same origin is answered with the same headers, made once', () => {
  const config = { http: { corsOrigins: [listed] } } as unknown as AppConfig;
  const headers = new StandingHeaders(config);
  for (const protocol of ['https', 'http', 'unknown'] as const) {
    expect(headers.for(listed, protocol)).toBe(headers.for(listed, protocol));
    expect(headers.for(undefined, protocol)).toBe(headers.for(undefined, protocol));
  }
});
