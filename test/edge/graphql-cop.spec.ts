import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, type Answer, startApi } from '../support/api.js';

/** What graphql-cop looks for, by its own requests, on a server as in production: each test is a finding it has not. */
let api: Api;
beforeAll(async () => {
  api = await startApi({ INTROSPECTION: 'off', EXPLORER: 'off' });
});
afterAll(() => api.close());

/** Like Python's requests, which says no more than this. */
const plain = { accept: '*/*' };

async function post(query: string): Promise<Answer> {
  return (await api.fetch({ query }, plain)).json() as Promise<Answer>;
}

async function readAnswer(response: Response): Promise<Answer> {
  return JSON.parse(await response.text()) as Answer;
}

function addressWith(query: string): string {
  return `${api.url}?${new URLSearchParams({ query }).toString()}`;
}

describe('denial of service', () => {
  test('alias overloading: 101 aliases are not answered', async () => {
    const aliases = Array.from({ length: 101 }, (_, index) => `alias${index}:__typename \n`).join('');
    const { data, errors } = await post(`query { ${aliases} }`);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'DOCUMENT_LIMIT_EXCEEDED', limit: 'aliases', actual: 101 });
  });

  test('array batching: eleven queries in an array are not answered', async () => {
    const batch = Array.from({ length: 11 }, () => ({ query: 'query { __typename }' }));
    const response = await api.fetch(batch, plain);
    const answer = await readAnswer(response);
    expect([response.status, Array.isArray(answer), answer.data]).toEqual([400, false, undefined]);
  });

  test.each([10, 50, 200])('directive overloading: %i directives do not bring as many errors', async (amount) => {
    const { data, errors = [] } = await post(`query { __typename ${'@aa'.repeat(amount)} }`);
    expect(data).toBeUndefined();
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.length).toBeLessThanOrEqual(5);
  });

  test('circular fragments are refused', async () => {
    const { data, errors } = await post(`query { __schema { ...A } }
      fragment A on __Schema { __typename ...B } fragment B on __Schema { ...A }`);
    expect(data).toBeUndefined();
    expect(errors).not.toHaveLength(0);
  });

  test('circular introspection is refused', async () => {
    const circle = `query { __schema { types { ${'fields { type { '.repeat(4)}name ${'} } '.repeat(4)} } } }`;
    expect((await post(circle)).data).toBeUndefined();
    expect((await post('query { __schema { types { name fields { name } } } }')).data).toBeUndefined();
  });

  test('field duplication: one field 500 times is not answered', async () => {
    const { data, errors } = await post(`query { ${'__typename \n'.repeat(500)} } `);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'DOCUMENT_LIMIT_EXCEEDED', limit: 'repeats', actual: 500 });
  });
});

describe('forgery from other sites', () => {
  test.each([plain, { 'apollo-require-preflight': 'true' }])('no mutation is done by GET (%j)', async (headers) => {
    const response = await fetch(addressWith('mutation {__typename}'), { headers });
    expect([response.status >= 400, (await readAnswer(response)).data]).toEqual([true, undefined]);
  });

  test('no query in the address of a POST without a body is answered', async () => {
    const response = await fetch(addressWith('query {__typename}'), { method: 'POST', headers: plain });
    expect([response.status >= 400, (await readAnswer(response)).data]).toEqual([true, undefined]);
  });

  test('no GET is answered that a page elsewhere can send unasked', async () => {
    for (const query of ['{__typename}', 'query cop { __typename }']) {
      const response = await fetch(addressWith(query), { headers: plain });
      expect([response.status, (await readAnswer(response)).data]).toEqual([400, undefined]);
    }
  });

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'no POST is answered that a form can send: %s',
    async (type) => {
      for (const body of ['query=query%20%7B__typename%7D', '{"query":"query {__typename}"}']) {
        const response = await api.fetch(body, { ...plain, 'content-type': type });
        expect([response.status, (await readAnswer(response)).data]).toEqual([415, undefined]);
      }
    },
  );
});

describe('information', () => {
  test.each(['query { __schema { directive } }', 'query { abou { mode } }', 'query { about { mod } }'])(
    'field suggestions: %s is not helped',
    async (query) => {
      expect(JSON.stringify(await post(query))).not.toMatch(/did you mean/i);
    },
  );

  test('tracing: neither answers nor errors carry any', async () => {
    for (const query of ['query { __typename }', 'qwerty cop { abc }', 'query { nothing }', 'query { __typename']) {
      const text = JSON.stringify(await post(query));
      expect(text).not.toMatch(/tracing|exception|stacktrace|"debug/i);
    }
    expect(await post('query { __typename }')).toEqual({ data: { __typename: 'Query' } });
  });

  test.each(['/', '/graphiql', '/playground', '/console', '/graphql'])('no page to try queries at %s', async (path) => {
    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
    for (const headers of [plain, { accept }]) {
      const response = await fetch(new URL(path, api.url), { headers });
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      expect(await response.text()).not.toMatch(/graphiql|playground|sandbox|<html/i);
    }
  });
});
