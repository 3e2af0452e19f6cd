import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../support/api.js';
import { expectFault } from './client-fault.js';

const listed = 'https://app.example';
const other = 'https://other.example';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let api: Api;
beforeAll(async () => {
  api = await startApi({ CORS_ORIGINS: `${listed},http://localhost:*` });
});
afterAll(() => api.close());

function ask(headers: Record<string, string> = {}): Promise<Response> {
  return api.fetch({ query: '{ about { mode } }' }, headers);
}

describe('X-Request-Id', () => {
  test.each(['12345678', 'a.b-c_D9', 'x'.repeat(64)])('of the caller is kept: %s', async (id) => {
    expect((await ask({ 'x-request-id': id })).headers.get('x-request-id')).toBe(id);
  });

  test.each(['1234567', 'x'.repeat(65), 'with a space', 'a"b{c}d,ef', 'häßlich-123'])(
    'that may do harm is replaced: %s',
    async (id) => {
      expect((await ask({ 'x-request-id': id })).headers.get('x-request-id')).toMatch(uuid);
    },
  );

  test('is made where there is none, another for each request', async () => {
    const [one, two] = [await ask(), await ask()].map(({ headers }) => headers.get('x-request-id'));
    expect(one).toMatch(uuid);
    expect(two).toMatch(uuid);
    expect(two).not.toBe(one);
  });
});

describe('CORS', () => {
  test('lets a listed origin read the answer and its own headers', async () => {
    const { headers } = await ask({ origin: listed });
    expect(headers.get('access-control-allow-origin')).toBe(listed);
    expect(headers.get('access-control-expose-headers')).toContain('X-Request-Id');
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('vary')).toContain('Origin');
  });

  test.each(['http://localhost', 'http://localhost:8080'])('lets %s, where any port is listed', async (origin) => {
    expect((await ask({ origin })).headers.get('access-control-allow-origin')).toBe(origin);
  });

  test.each(['http://localhost.example', 'http://localhost:80.example', 'https://localhost:8080'])(
    'does not take %s for a port of localhost',
    async (origin) => {
      expect((await ask({ origin })).headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('lets a listed origin read errors too', async () => {
    const response = await api.fetch('{', { origin: listed });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([400, listed]);
  });

  test.each([other, 'null', 'https://app.example.evil.example', 'http://app.example'])(
    'does not let %s',
    async (origin) => {
      expect((await ask({ origin })).headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test.each([
    [listed, listed],
    [other, null],
  ])('answers the preflight of %s with %p', async (origin, allowed) => {
    const response = await fetch(api.url, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(allowed);
  });

  test('lets no origin where none is listed', async () => {
    const closed = await startApi({}, api.standIn);
    try {
      const response = await closed.fetch({ query: '{ about { mode } }' }, { origin: listed });
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    } finally {
      await closed.close();
    }
  });
});

describe('headers', () => {
  test.each([
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'SAMEORIGIN'],
    ['referrer-policy', 'no-referrer'],
    ['cache-control', 'no-store'],
  ])('say %s: %s', async (name, value) => {
    expect((await ask()).headers.get(name)).toBe(value);
  });

  test.each(['x-powered-by', 'server', 'etag', 'set-cookie'])('do not have %s', async (name) => {
    expect((await ask()).headers.get(name)).toBeNull();
  });
});

describe('a path where nothing is', () => {
  test.each(['/', '/nowhere', '/graphql/more', '/graphqlx', '/health', '/.env', '/%2e%2e/', '/%'])(
    '%s is 404 in the shape of GraphQL',
    async (path) => {
      const body = JSON.stringify({ query: '{ about { mode } }' });
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
      await expectFault(await fetch(new URL(api.url).origin + path, init), { status: 404, code: 'NOT_FOUND' });
    },
  );
});

test('Retry-After says how long TMDb wants to be left alone, and CORS lets pages read it', async () => {
  const limited = await startApi({ CORS_ORIGINS: listed });
  try {
    limited.standIn.fault('*', { kind: 'status', status: 429, retryAfterSeconds: 17 });
    const response = await limited.fetch({ query: '{ genres { name } languages { code } }' }, { origin: listed });
    expect(response.headers.get('retry-after')).toBe('17');
    expect(response.headers.get('access-control-expose-headers')).toContain('Retry-After');
  } finally {
    await limited.close();
  }
});

describe('the endpoint', () => {
  test.each(['/graphql/more', '/graphql/', '/GraphQL'])('is not at %s, by GET or POST', async (path) => {
    const url = new URL(path, api.url);
    const body = JSON.stringify({ query: '{ about { mode } }' });
    const headers = { 'content-type': 'application/json' };
    await expectFault(await fetch(url, { method: 'POST', headers, body }), { status: 404, code: 'NOT_FOUND' });
    url.searchParams.set('query', '{ about { mode } }');
    await expectFault(await fetch(url, { headers }), { status: 404, code: 'NOT_FOUND' });
  });

  test('may be asked with parameters in its address', async () => {
    const response = await fetch(`${api.url}?from=here`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ about { mode } }' }),
    });
    expect(response.status).toBe(200);
  });
});
