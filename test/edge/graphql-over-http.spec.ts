import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { type Api, startApi } from '../support/api.js';

const json = 'application/json';
const graphql = 'application/graphql-response+json';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

test('all 61 audits of graphql-http pass, of MUST, SHOULD and MAY', async () => {
  const results = await auditServer({
    url: api.url,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, {
        ...init,
        headers: {
          ...(init.headers as Record<string, string>),
          // What lets a GET through: no page elsewhere can send it unasked.
          ...((init.method ?? 'GET') === 'GET' && { 'apollo-require-preflight': 'true' }),
        },
      }),
  });
  const failed = results.flatMap((result) =>
    result.status === 'ok' ? [] : [`${result.id} ${result.name}: ${result.reason}`],
  );
  expect(failed).toEqual([]);
  expect(results).toHaveLength(61);
});

/** A fault of each stage, with the status that tells of it. */
const faults: Readonly<Record<string, [body: object, status: number]>> = {
  'of syntax': [{ query: '{' }, 400],
  'of validation': [{ query: '{ nothing }' }, 400],
  'of a variable': [{ query: 'query Q($id: ID!) { node(id: $id) { id } }' }, 400],
  'of too many tokens': [{ query: `{ ${'about { version } '.repeat(300)} }` }, 400],
  'of too many levels': [
    { query: `{ movies ${'{ nodes { similar '.repeat(10)} { totalCount }${' }'.repeat(20)} }` },
    400,
  ],
  'of too many objects': [
    {
      query:
        'query Q($n: Int) { movies(first: $n) { nodes { similar(first: $n) { nodes { similar(first: $n) { totalCount nodes { id } } } } } } }',
      variables: { n: 100 },
    },
    400,
  ],
  'of no such operation': [{ query: '{ __typename }', operationName: 'Other' }, 400],
  'of a subscription': [{ query: 'subscription { __typename }' }, 400],
};

/** What accepts which answer. */
const accepts: readonly [accept: string, type: string][] = [
  [json, json],
  ['*/*', json],
  [`${json}, ${graphql};q=0.5`, json],
  [graphql, graphql],
  [`${graphql}, ${json};q=0.9`, graphql],
  [`${json};q=0, */*`, graphql],
];

describe.each(Object.entries(faults))('a fault %s', (_name, [body, status]) => {
  test.each(accepts)('for %s comes as %s with the status of that type', async (accept, type) => {
    const response = await api.fetch(body, { accept });
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(response.status).toBe(type === json ? 200 : status);
    const answer = (await response.json()) as object;
    expect(answer).toMatchObject({ errors: [{ extensions: { requestId: response.headers.get('x-request-id') } }] });
    expect(answer).not.toHaveProperty('data');
  });
});

describe('what is no request', () => {
  test.each(accepts)('is 400 for %s, as %s', async (accept, type) => {
    for (const body of ['{', '[]', '{}', '{ "query": 5 }', '{ "query": "{ a }", "variables": [] }']) {
      const response = await api.fetch(body, { accept });
      expect([body, response.status]).toEqual([body, 400]);
      expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    }
  });

  test('is no document that is unknown by its hash: that is 200, as clients of persisted queries expect', async () => {
    const persistedQuery = { version: 1, sha256Hash: '0'.repeat(64) };
    for (const [accept] of accepts) {
      expect((await api.fetch({ extensions: { persistedQuery } }, { accept })).status).toBe(200);
    }
  });
});

test.each(accepts)('data, and data in part, come to %s as %s with 200', async (accept, type) => {
  for (const query of ['{ about { mode } }', '{ about { mode } movies(first: 0) { totalCount } }']) {
    const response = await api.fetch({ query }, { accept });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
    expect(response.headers.get('vary')).toMatch(/\bAccept\b(?!-)/);
    expect(await response.json()).toHaveProperty('data.about.mode', 'LIVE');
  }
});

test.each(['text/html', 'application/xml', `${json};q=0`, 'text/*, image/png'])(
  'who accepts only %s is told so before anything is done',
  async (accept) => {
    const input = { email: 'unaccepted@example.com', password: 'seventeen quiet owls at noon' };
    const query = 'mutation R($input: RegisterInput!) { register(input: $input) { __typename } }';
    const response = await api.fetch({ query, variables: { input } }, { accept });
    expect(response.status).toBe(406);
    expect(response.headers.get('content-type')).toBe(`${json}; charset=utf-8`);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    const login = await api.ask('mutation L($input: LoginInput!) { login(input: $input) { __typename } }', { input });
    expect(login.data.login.__typename).not.toBe('AuthSuccess');
  },
);
