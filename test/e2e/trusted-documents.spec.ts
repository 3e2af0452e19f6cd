import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Api, startApi } from '../support/api.js';
import { Entry } from '../support/entry.js';
import { expectFault } from './client-fault.js';

/** Deeper than documents may be, of more tokens, and with more mentions of one field. */
const beyondLimits = `query Beyond {
  movies(first: 1) { nodes { ${'similar(first: 1) { nodes { '.repeat(7)} tmdbId ${'} } '.repeat(7)} } }
  about { ${Array.from({ length: 500 }, (_, index) => `m${index}: mode`).join(' ')} } }`;
/** What it may cost hangs on its variable. */
const costly = `query Costly($first: Int!) { movies(first: $first) { nodes {
  similar(first: $first) { nodes { tmdbId cast(first: $first) { nodes { name } } } } } } }`;
const mode = 'query Mode { about { mode } }';
const trusted = [beyondLimits, costly, mode];

const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function fileOf(name: string, texts: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(Object.fromEntries(texts.map((text) => [hashOf(text), text]))));
  return path;
}

function start(env: Record<string, string> = {}): Promise<Api> {
  return startApi({ TRUSTED_DOCUMENTS: fileOf('trusted.json', trusted), ...env });
}

function get(api: Api, parameters: Record<string, string>): Promise<Response> {
  return fetch(`${api.url}?${new URLSearchParams(parameters).toString()}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
}

describe.each(['allow', 'require'])('a trusted document where the mode is %s', (TRUSTED_DOCUMENTS_MODE) => {
  let api: Api;
  beforeAll(async () => {
    api = await start({ TRUSTED_DOCUMENTS_MODE });
  });
  afterAll(() => api.close());

  test.each<[string, (text: string) => Promise<Response>]>([
    ['hash by GET', (text) => get(api, { documentId: `sha256:${hashOf(text)}` })],
    ['hash by POST', (text) => api.fetch({ documentId: hashOf(text) })],
    ['hash and text by POST', (text) => api.fetch({ query: text, documentId: hashOf(text) })],
    ['text by POST', (text) => api.fetch({ query: text })],
    ['text by GET', (text) => get(api, { query: text })],
  ])('is answered by its %s, however large it is', async (_name, ask) => {
    expect(await (await ask(mode)).json()).toEqual({ data: { about: { mode: 'LIVE' } } });
    const answer = (await (await ask(beyondLimits)).json()) as { data: { about: object } };
    expect(answer).not.toHaveProperty('errors');
    expect(answer.data.about).toHaveProperty('m499');
  });

  test('is refused where its variables make it cost too much', async () => {
    const ask = (first: number) => api.fetch({ documentId: hashOf(costly), variables: { first } });
    expect(await (await ask(1)).json()).not.toHaveProperty('errors');
    await expectFault(await ask(100), { status: 400, code: 'DOCUMENT_LIMIT_EXCEEDED' });
  });

  test('is refused beside the text of another', async () => {
    const response = await api.fetch({ query: '{ __typename }', documentId: hashOf(mode) });
    await expectFault(response, { status: 400, code: 'BAD_REQUEST' });
  });
});

test('any other document has its limits, and is asked for in full, where others are allowed', async () => {
  const api = await start();
  try {
    const other = beyondLimits.replace('Beyond', 'Other');
    await expectFault(await api.fetch({ query: other }), { status: 400, code: 'DOCUMENT_LIMIT_EXCEEDED' });
    const response = await get(api, { documentId: hashOf('{ __typename }') });
    await expectFault(response, { status: 200, code: 'PERSISTED_QUERY_NOT_FOUND' });
    expect(await api.ask('{ __typename }')).toEqual({ data: { __typename: 'Query' } });
  } finally {
    await api.close();
  }
});

describe('any other document, where trusted ones are required', () => {
  const text = '{ __typename }';
  const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(text) } };
  let api: Api;
  beforeAll(async () => {
    api = await start({ TRUSTED_DOCUMENTS_MODE: 'require', EXPLORER: 'on' });
  });
  afterAll(() => api.close());

  test.each<[string, () => Promise<Response>]>([
    ['text', () => api.fetch({ query: text })],
    ['text by GET', () => get(api, { query: text })],
    ['hash', () => api.fetch({ documentId: hashOf(text) })],
    ['hash by GET', () => get(api, { extensions: JSON.stringify(extensions) })],
    ['text and hash, which would register it', () => api.fetch({ query: text, extensions })],
    ['introspection', () => api.fetch({ query: '{ __schema { types { name } } }' })],
    ['a mutation', () => api.fetch({ query: 'mutation { logout(input: {}) { __typename } }' })],
    ['a trusted one with a word more', () => api.fetch({ query: mode.replace('{ mode }', '{ mode version }') })],
  ])('is refused by its %s', async (_name, ask) => {
    const response = await ask();
    expect(response.headers.get('cache-control')).toBe('no-store');
    await expectFault(response, { status: 400, code: 'DOCUMENT_NOT_TRUSTED' });
  });

  test('is refused in a batch, and beside a trusted one in the address', async () => {
    await expectFault(await api.fetch([{ query: text }]), { status: 400, code: 'BAD_REQUEST' });
    const twice = `${api.url}?documentId=${hashOf(mode)}&query=${encodeURIComponent(text)}&query=`;
    const headers = { 'apollo-require-preflight': '1' };
    await expectFault(await fetch(twice, { headers }), { status: 400, code: 'BAD_REQUEST' });
  });

  test('does not keep the explorer from being shown', async () => {
    const page = await fetch(api.url, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });
});

test('a server does not start with a document that its schema does not accept, and says which', async () => {
  const wrong = 'query Wrong { nothing }';
  const entry = Entry.node(['dist/main.js'], {
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
    TMDB_READ_TOKEN: 'none',
    DATABASE_URL: 'postgres://127.0.0.1:1/none',
    JWT_SECRET: 'x'.repeat(32),
    TRUSTED_DOCUMENTS: fileOf('wrong.json', [mode, wrong]),
  });
  try {
    expect(await entry.ended()).toBe(1);
    expect(entry.text).toBe(
      `The configuration can't be used:\n  - TRUSTED_DOCUMENTS has a document that can't run, ${hashOf(wrong)}: Cannot query field "nothing" on type "Query".\n`,
    );
  } finally {
    entry.kill();
  }
});
