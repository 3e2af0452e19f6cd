import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { cheapHashing, signUp } from '../support/accounts.js';
import { type Api, startApi } from '../support/api.js';
import { expectFault } from './client-fault.js';

const listed = 'https://app.example';
const film = 1_000_000_001;
const json = { 'content-type': 'application/json' };

let api: Api;
beforeAll(async () => {
  api = await startApi({ ...cheapHashing, CORS_ORIGINS: listed });
});
afterAll(() => api.close());

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function persisted(sha256Hash: string): string {
  return JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
}

/** Asks by GET, with a header that makes browsers ask first. */
function get(parameters: Record<string, string>, headers: Record<string, string> = json): Promise<Response> {
  return fetch(`${api.url}?${new URLSearchParams(parameters).toString()}`, { headers });
}

/** Sends a document in full, so that it is known from now on, and gives its hash. */
async function register(query: string): Promise<string> {
  const documentId = hashOf(query);
  await (await api.fetch({ query, documentId })).arrayBuffer();
  return documentId;
}

describe('a document that is known', () => {
  const text = 'query Mode { about { mode } }';
  const answered = { data: { about: { mode: 'LIVE' } } };
  let hash: string;
  beforeAll(async () => {
    hash = await register(text);
  });

  test.each<[string, () => Record<string, string>]>([
    ['documentId', () => ({ documentId: hash })],
    ['documentId with the name of the algorithm', () => ({ documentId: `sha256:${hash}` })],
    ['extensions', () => ({ extensions: persisted(hash) })],
    ['both', () => ({ documentId: hash, extensions: persisted(hash) })],
    ['hash and text', () => ({ query: text, documentId: hash })],
  ])('is answered by %s, by GET and POST', async (_name, parts) => {
    expect(await (await get(parts())).json()).toEqual(answered);
    const { extensions, ...rest } = parts();
    const body = { ...rest, ...(extensions !== undefined && { extensions: JSON.parse(extensions) as unknown }) };
    expect(await (await api.fetch(body)).json()).toEqual(answered);
  });

  test('is refused where two names disagree, or the text is another', async () => {
    const other = hashOf('other');
    const contradictions: Record<string, string>[] = [
      { documentId: other, extensions: persisted(hash) },
      { query: text, documentId: other },
      { query: text, extensions: persisted(other) },
    ];
    for (const parts of contradictions) {
      await expectFault(await get(parts), { status: 400, code: 'BAD_REQUEST' });
    }
  });

  test('is refused in upper case', async () => {
    await expectFault(await get({ documentId: hash.toUpperCase() }), { status: 400, code: 'BAD_REQUEST' });
  });
});

describe('automatic persisted queries, as Apollo Client sends them', () => {
  const query = 'query Film($id: Int!) { movie(tmdbId: $id) { title } }';
  const asked = {
    operationName: 'Film',
    variables: JSON.stringify({ id: film }),
    extensions: persisted(hashOf(query)),
  };
  const accept = { ...json, accept: 'application/graphql-response+json,application/json;q=0.9' };

  test('go from the hash by GET over the text to the hash again', async () => {
    const first = await get(asked, accept);
    await expectFault(first.clone(), { status: 200, code: 'PERSISTED_QUERY_NOT_FOUND' });
    expect(first.headers.get('cache-control')).toBe('no-store');
    const { errors } = (await first.json()) as { errors: { message: string }[] };
    expect(errors[0]?.message).toBe('PersistedQueryNotFound');
    const titled = { data: { movie: { title: expect.any(String) } } };
    const full = { ...asked, query, variables: { id: film }, extensions: JSON.parse(asked.extensions) as unknown };
    expect(await (await api.fetch(full, accept)).json()).toEqual(titled);
    expect(await (await get(asked, accept)).json()).toEqual(titled);
  });

  test('may send the text by GET too', async () => {
    const text = '{ about { mode version } }';
    await get({ query: text, extensions: persisted(hashOf(text)) });
    expect(await (await get({ documentId: hashOf(text) })).json()).toHaveProperty('data.about.version');
  });

  test('remember nothing that can not run', async () => {
    const text = '{ nothing }';
    await expectFault(await api.fetch({ query: text, documentId: hashOf(text) }), {
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
    await expectFault(await get({ documentId: hashOf(text) }), { status: 200, code: 'PERSISTED_QUERY_NOT_FOUND' });
  });
});

describe('GET', () => {
  test.each<Record<string, string>>([
    { 'apollo-require-preflight': '1' },
    { 'x-apollo-operation-name': 'Mode' },
    { 'content-type': 'application/json' },
  ])('with %j is answered', async (headers) => {
    expect((await get({ query: '{ about { mode } }' }, headers)).status).toBe(200);
  });

  test.each<Record<string, string>>([{}, { 'content-type': 'text/plain' }, { 'apollo-require-preflight': '' }])(
    'with %j is refused, by hash too',
    async (headers) => {
      const documentId = await register('{ about { mode } }');
      for (const parts of [{ query: '{ about { mode } }' }, { documentId }] as Record<string, string>[]) {
        await expectFault(await get(parts, headers), { status: 400, code: 'BAD_REQUEST' });
      }
    },
  );

  test('of a mutation is refused, by hash too', async () => {
    const text = 'mutation { logout(input: {}) { __typename } }';
    const documentId = await register(text);
    for (const parts of [{ query: text }, { documentId }] as Record<string, string>[]) {
      const response = await get(parts);
      expect(response.headers.get('allow')).toBe('POST');
      await expectFault(response, { status: 405, code: 'BAD_REQUEST' });
    }
  });

  test.each(['variables', 'extensions'])('with broken JSON in %s is refused', async (name) => {
    const documentId = await register('{ about { mode } }');
    await expectFault(await get({ documentId, [name]: '{' }), { status: 400, code: 'BAD_REQUEST' });
    await expectFault(await get({ documentId, [name]: '[]' }), { status: 400, code: 'BAD_REQUEST' });
  });
});

describe('what a CDN reads', () => {
  const title = `{ movie(tmdbId: ${film}) { title } }`;
  let documentId: string;
  beforeAll(async () => {
    documentId = await register(title);
  });

  async function headersOf(asking: Promise<Response>) {
    const response = await asking;
    await response.arrayBuffer();
    const vary = response.headers.get('vary') ?? '';
    return { caching: response.headers.get('cache-control'), vary: vary.split(', ').toSorted() };
  }

  test('of a hash says how long it may keep the answer, and by what it differs', async () => {
    const { caching, vary } = await headersOf(get({ documentId }));
    expect(caching).toMatch(/^public, max-age=(\d+), s-maxage=\1, stale-while-revalidate=60$/);
    expect(vary).toEqual(['Accept', 'Accept-Encoding', 'Accept-Language', 'Origin']);
  });

  test('names the language only where it has a say', async () => {
    const inGerman = await register(`{ movie(tmdbId: ${film}, locale: "de-DE") { title } }`);
    const { vary } = await headersOf(get({ documentId: inGerman }));
    expect(vary).toEqual(['Accept', 'Accept-Encoding', 'Origin']);
  });

  test.each<[string, () => Promise<Response>]>([
    ['a text', () => get({ query: title })],
    ['a hash by POST', () => api.fetch({ documentId })],
  ])('of %s is no more than others may keep', async (_name, ask) => {
    expect((await headersOf(ask())).caching).toMatch(/^public, max-age=\d+$/);
  });

  test('is nothing to keep for whoever is signed in, or touches a viewer', async () => {
    const { headers } = await signUp(api);
    expect((await headersOf(get({ documentId }, { ...json, ...headers }))).caching).toMatch(/^private, max-age=\d+$/);
    const ofViewer = await register(`{ movie(tmdbId: ${film}) { title viewerState { isFavorite } } }`);
    for (const asker of [{}, headers]) {
      const { caching } = await headersOf(get({ documentId: ofViewer }, { ...json, ...asker }));
      expect(caching).toBe('private, no-store');
    }
  });
});
