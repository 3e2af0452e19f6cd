import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { exampleOperations } from '../../src/explorer/example-operations.js';
import { type Api, startApi } from '../support/api.js';
import { schemaOfApp } from '../support/app-schema.js';
import { expectFault } from './client-fault.js';

/** What Chromium sends. */
const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8' };

const pages = ['/', '/explorer', '/explorer/altair/', '/explorer/altair/options.js', '/explorer/altair/main.js'];

let api: Api;
beforeAll(async () => {
  api = await startApi({ EXPLORER: 'on' });
});
afterAll(() => api.close());

function at(path: string, { url }: Api = api): string {
  return new URL(path, url).href;
}

function policyOf(response: Response): Record<string, string> {
  const directives = response.headers.get('content-security-policy')?.split(';') ?? [];
  return Object.fromEntries(directives.map((directive) => directive.split(/ (.*)/, 2)));
}

describe('a browser', () => {
  test.each(['/', '/graphql', '/graphql?query=%7B__typename%7D'])('gets Apollo Sandbox at %s', async (path) => {
    const response = await fetch(at(path), { headers: browser });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(response.headers.get('vary')).toMatch(/\bAccept\b/);
    expect(await response.text()).toContain('EmbeddedSandbox');
  });

  test('gets the local explorer, with a notice at its foot', async () => {
    const text = await (await fetch(at('/explorer'), { headers: browser })).text();
    expect(text).toContain('<iframe src="/explorer/altair/"');
    expect(text).toContain(
      'This product uses TMDB and the TMDB APIs but is not endorsed, certified, or otherwise approved by TMDB.',
    );
  });

  test('lets no page run a script that is not its own', async () => {
    for (const path of ['/', '/explorer', '/explorer/altair/']) {
      const policy = policyOf(await fetch(at(path), { headers: browser }));
      expect(policy).toMatchObject({ 'default-src': "'none'", 'form-action': "'none'" });
      expect(policy['script-src'] ?? '').not.toMatch(/unsafe/);
      expect(policy['frame-ancestors']).toBe(path === '/explorer/altair/' ? "'self'" : "'none'");
    }
  });

  test('lets workers evaluate scripts, and reach nothing', async () => {
    const { getDistDirectory } = await import('altair-static');
    const workers = readdirSync(getDistDirectory()).filter((file) => file.startsWith('worker-'));
    expect(workers).not.toEqual([]);
    for (const worker of workers) {
      const response = await fetch(at(`/explorer/altair/${worker}`));
      await response.body?.cancel();
      const policy = policyOf(response);
      expect(policy).toMatchObject({ 'default-src': "'none'", 'script-src': "'self' 'unsafe-eval'" });
      expect(Object.keys(policy).filter((name) => /connect|frame-src|worker/.test(name))).toEqual([]);
    }
  });

  test('can open windows that find back from Apollo Sandbox alone, which signs in by one', async () => {
    const policies = [];
    for (const path of ['/', '/explorer', '/explorer/altair/']) {
      policies.push((await fetch(at(path), { headers: browser })).headers.get('cross-origin-opener-policy'));
    }
    expect(policies).toEqual(['same-origin-allow-popups', 'same-origin', 'same-origin']);
  });

  test('keeps a file until the package of it changes', async () => {
    const first = await fetch(at('/explorer/altair/main.js'));
    expect(first.headers.get('etag')).toMatch(/^"\d+\.\d+\.\d+"$/);
    expect(first.headers.get('last-modified')).toBeNull();
    await first.body?.cancel();
    const again = await fetch(at('/explorer/altair/main.js'), {
      // Fetch would say `no-cache` of itself.
      headers: { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
  });

  test.each(['/', '/graphql', '/explorer'])('may ask for the head of %s', async (path) => {
    const response = await fetch(at(path), { method: 'HEAD', headers: browser });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test.each([
    '/explorer/altair/nothing.js',
    '/explorer/altair/assets',
    '/explorer/altair/index.html',
    '/explorer/altair/iframe-sandbox/index.html',
    '/explorer/altair/.hidden',
    '/explorer/nothing',
  ])('finds nothing at %s', async (path) => {
    await expectFault(await fetch(at(path), { headers: browser }), { status: 404, code: 'NOT_FOUND' });
  });

  test.each([
    ['/explorer/altair/..%2f..%2fpackage.json', 403],
    ['/explorer/altair/%00', 400],
  ])('is refused at %s', async (path, status) => {
    await expectFault(await fetch(at(path), { headers: browser }), { status, code: 'BAD_REQUEST' });
  });
});

describe('a client at the endpoint', () => {
  test.each(['application/json', 'application/graphql-response+json, text/html;q=0.5', '*/*'])(
    'that accepts %s is answered as ever',
    async (accept) => {
      const headers = { accept, 'apollo-require-preflight': '1' };
      const response = await fetch(`${api.url}?query=%7B__typename%7D`, { headers });
      expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    },
  );

  test('posts, whatever it accepts', async () => {
    await expectFault(await api.fetch({ query: '{ __typename }' }, { accept: 'text/html' }), {
      status: 406,
      code: 'BAD_REQUEST',
    });
  });
});

test('the schema can be downloaded as it is in the repository', async () => {
  const response = await fetch(at('/schema.graphql'));
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="schema.graphql"');
  expect(await response.text()).toBe(readFileSync('schema.gql', 'utf8'));
});

describe('the operations to begin with', () => {
  test.each(['LIVE', 'DEMO'] as const)('are valid in the %s catalogue', async (catalogue) => {
    const schema = await schemaOfApp();
    for (const { document } of exampleOperations(catalogue)) expect(validate(schema, parse(document))).toEqual([]);
  });

  test('run as they stand, in their order, with something to show', async () => {
    let headers: Record<string, string> = {};
    for (const { document, variables, access } of exampleOperations('DEMO')) {
      const { data, errors } = await api.ask(document, variables, access === 'NEEDS_TOKEN' ? headers : {});
      expect(errors).toBeUndefined();
      const [first] = Object.values<Record<string, unknown>>(data);
      expect(first).not.toBeNull();
      expect(JSON.stringify(first)).toMatch(/"(title|accessToken)":"./);
      if (access === 'GIVES_TOKEN') headers = { authorization: `Bearer ${String(first?.['accessToken'])}` };
    }
  });
});

test('nothing of it is there where the explorer is off', async () => {
  const closed = await startApi({ EXPLORER: 'off' }, api.standIn);
  try {
    for (const path of [...pages, '/schema.graphql']) {
      const response = await fetch(at(path, closed), { headers: browser });
      await expectFault(response, { status: 404, code: 'NOT_FOUND' });
    }
    await expectFault(await fetch(closed.url, { headers: { accept: 'text/html' } }), {
      status: 406,
      code: 'BAD_REQUEST',
    });
  } finally {
    await closed.close();
  }
});
