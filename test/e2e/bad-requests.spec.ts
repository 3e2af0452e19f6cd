import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Api, startApi } from '../support/api.js';
import { expectFault } from './client-fault.js';

const json = { 'content-type': 'application/json' };
const readsStatus = { accept: 'application/graphql-response+json' };
const preflight = { 'apollo-require-preflight': '1' };
const document = '{ about { mode } }';
const answered = { data: { about: { mode: 'LIVE' } } };

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

function get(parameters: string | Record<string, string>, headers: Record<string, string> = preflight) {
  return fetch(`${api.url}?${new URLSearchParams(parameters).toString()}`, { headers });
}

describe('a body that is no request', () => {
  test.each([
    ['broken JSON', '{'],
    ['half of it', '{"query":"{ about'],
    ['nothing', ''],
    ['an empty object', '{}'],
    ['an array', '[]'],
    ['a batch', `[{ "query": "${document}" }]`],
    ['a number', '5'],
    ['null', 'null'],
    ['true', 'true'],
    ['a text', '"{ about }"'],
    ['a byte order mark alone', '\ufeff'],
    ['query null', '{ "query": null }'],
    ['query a number', '{ "query": 5 }'],
    ['query an object', '{ "query": { "a": 1 } }'],
    ['query empty', '{ "query": "" }'],
    ['variables a text', `{ "query": "${document}", "variables": "{}" }`],
    ['variables an array', `{ "query": "${document}", "variables": [] }`],
    ['extensions a text', `{ "query": "${document}", "extensions": "x" }`],
    ['extensions an array', `{ "query": "${document}", "extensions": [1] }`],
    ['operationName a number', `{ "query": "${document}", "operationName": 5 }`],
  ])('%s', async (_name, body) => {
    await expectFault(await api.fetch(body), { status: 400, code: 'BAD_REQUEST' });
  });

  test.each(['', '{}', '[]', 'null'])('%p is told so in our words', async (body) => {
    const { message } = await expectFault(await api.fetch(body), { status: 400, code: 'BAD_REQUEST' });
    expect(message).toBe('The body is a JSON object with a `query`.');
  });

  test.each([{}, json])('no body at all (%j)', async (headers: Record<string, string>) => {
    await expectFault(await fetch(api.url, { method: 'POST', headers }), { status: 400, code: 'BAD_REQUEST' });
  });

  test('no type', async () => {
    const response = await fetch(api.url, { method: 'POST', body: new TextEncoder().encode('{}') });
    const { message } = await expectFault(response, { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
    expect(message).toBe('The body is sent as `application/json` in UTF-8.');
  });

  test('the type of answers is taken too', async () => {
    const response = await api.fetch({ query: document }, { 'content-type': 'application/graphql-response+json' });
    expect(await response.json()).toEqual(answered);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/xml',
    'nonsense',
    'application/json; charset=latin1',
    'application/json; charset=utf-7',
    'application/json; charset=utf-16',
    'application/json; charset=nonsense',
  ])('the type %s', async (type) => {
    const response = await api.fetch({ query: document }, { 'content-type': type });
    await expectFault(response, { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  test.each([
    ['gzip', gzipSync(JSON.stringify({ query: document }))],
    ['gzip', Buffer.from('no gzip')],
    ['nonsense', Buffer.from(JSON.stringify({ query: document }))],
  ])('compressed by %s', async (encoding, body) => {
    const headers = { ...json, 'content-encoding': encoding };
    const response = await fetch(api.url, { method: 'POST', headers, body: new Uint8Array(body) });
    await expectFault(response, { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  test('more bytes than allowed, with both numbers', async () => {
    const body = bodyOf(100_001);
    const error = await expectFault(await api.fetch(body), { status: 413, code: 'PAYLOAD_TOO_LARGE' });
    expect(error.extensions).toMatchObject({ allowed: 100_000, actual: 100_001 });
  });

  test('more bytes than allowed, of an unknown number', async () => {
    const body = new Blob([bodyOf(300_000)]).stream();
    const response = await fetch(api.url, { method: 'POST', headers: json, body, duplex: 'half' });
    const { extensions } = await expectFault(response, { status: 413, code: 'PAYLOAD_TOO_LARGE' });
    expect(extensions['actual']).toBeGreaterThan(100_000);
  });

  test('as many bytes as allowed are read', async () => {
    expect(await (await api.fetch(bodyOf(100_000))).json()).toEqual(answered);
  });
});

/** A request of so many bytes, most of them in a variable that nothing uses. */
function bodyOf(bytes: number): string {
  const frame = JSON.stringify({ query: document, variables: { unused: '' } });
  return JSON.stringify({ query: document, variables: { unused: 'x'.repeat(bytes - frame.length) } });
}

describe('a persisted query', () => {
  const sha256Hash = createHash('sha256').update(document).digest('hex');

  test.each([
    ['another version', { version: 99, sha256Hash }],
    ['a text', 'x'],
    ['a number', 5],
    ['an array', []],
    ['no hash', { version: 1 }],
    ['a hash that is none', { version: 1, sha256Hash: 'zz' }],
    ['the prototype', { version: 1, sha256Hash: '__proto__' }],
    ['the hash of something else', { version: 1, sha256Hash: 'f'.repeat(64) }],
  ])('is refused with %s', async (_name, persistedQuery) => {
    const response = await api.fetch({ query: document, extensions: { persistedQuery } });
    await expectFault(response, { status: 400, code: 'BAD_REQUEST' });
  });

  test.each([null, undefined])('is not asked for by %p', async (persistedQuery) => {
    const response = await api.fetch({ query: document, extensions: { persistedQuery } });
    expect(await response.json()).toEqual(answered);
  });

  test('that is unknown is asked for in full', async () => {
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update('unknown').digest('hex') };
    const response = await api.fetch({ extensions: { persistedQuery } });
    await expectFault(response, { status: 200, code: 'PERSISTED_QUERY_NOT_FOUND' });
  });

  test('is answered by its hash once it was sent in full', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    await api.fetch({ query: document, extensions });
    expect(await (await api.fetch({ extensions })).json()).toEqual(answered);
    expect(await (await get({ extensions: JSON.stringify(extensions) })).json()).toEqual(answered);
  });
});

describe('GET', () => {
  test('answers a query', async () => {
    expect(await (await get({ query: document })).json()).toEqual(answered);
  });

  test.each<[Record<string, string>]>([[{}], [{ accept: 'text/html, */*' }], [{ 'content-type': 'text/plain' }]])(
    'is refused without a header that makes browsers ask first (%j)',
    async (headers) => {
      await expectFault(await get({ query: document }, headers), { status: 400, code: 'BAD_REQUEST' });
    },
  );

  test.each([
    ['no query', ''],
    ['two queries', `query=${document}&query=${document}`],
    ['an object', 'query[a]=1'],
    ['broken variables', `query=${document}&variables={`],
    ['variables that are a number', `query=${document}&variables=5`],
    ['broken extensions', `query=${document}&extensions=}`],
    ['extensions that are a number', `query=${document}&extensions=5`],
    ['a bad persisted query', 'extensions={"persistedQuery":"x"}'],
  ])('is refused with %s', async (_name, parameters) => {
    await expectFault(await get(parameters), { status: 400, code: 'BAD_REQUEST' });
  });

  test('is refused with a query that is no text', async () => {
    // Half of a character.
    const response = await fetch(`${api.url}?query=%E0%A4%A`, { headers: { ...preflight, ...readsStatus } });
    await expectFault(response, { status: 400, code: 'GRAPHQL_PARSE_FAILED' });
  });

  test('changes nothing', async () => {
    await expectFault(await get({ query: 'mutation { __typename }' }), {
      status: 405,
      code: 'BAD_REQUEST',
    });
  });
});

describe('another method', () => {
  test.each(['PUT', 'DELETE', 'PATCH'])('%s is refused', async (method) => {
    const body = method === 'DELETE' ? {} : { body: JSON.stringify({ query: document }), headers: json };
    const response = await fetch(api.url, { method, ...body });
    await expectFault(response, { status: 405, code: 'METHOD_NOT_ALLOWED' });
    expect(response.headers.get('allow')).toBe('GET, POST');
  });

  test('HEAD is refused without a body', async () => {
    const response = await fetch(api.url, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([405, '']);
  });
});
