import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type Account, cheapHashing, signUp } from '../support/accounts.js';
import { type Api, startApi } from '../support/api.js';
import { FrontCounts } from './front/front-counts.js';
import { askRaw, headerOf, lastingPartOf, type RawAnswer, type RawQuestion } from './front/raw-answer.js';
import { type ReadQuestion, shareable, unshareable } from './front/read-questions.js';

const listed = 'https://app.example';
const requestId = 'the-same-each-time';
const modern = 'application/graphql-response+json';

let counts: FrontCounts;
let api: Api;
let reader: Account;
beforeAll(async () => {
  counts = new FrontCounts();
  api = await startApi({ ...cheapHashing, FRONT: 'full', CORS_ORIGINS: listed });
  reader = await signUp(api);
  // A cold answer may be made of more, and so be fresh for less long.
  for (const { query, variables } of shareable) for (const [, way] of ways) await ask({ query, variables }, way);
});
beforeEach(() => void counts.take());
afterAll(async () => {
  await api.close();
  counts.restore();
});

/** Ways to ask. Each has documents of its own by their text, so that the first answer is Apollo's. */
const ways: readonly (readonly [string, Pick<RawQuestion, 'method' | 'headers'>])[] = [
  ['by POST', {}],
  ['by POST, compressed by brotli', { headers: { 'accept-encoding': 'gzip, br' } }],
  ['by POST, compressed by gzip', { headers: { 'accept-encoding': 'gzip', accept: modern } }],
  ['by POST from a page', { headers: { origin: listed, 'accept-language': 'pt-BR, en;q=0.5' } }],
  ['by POST from a page of others', { headers: { origin: 'https://other.example', accept: `${modern}, */*;q=0.1` } }],
  ['by GET', { method: 'GET', headers: { 'apollo-require-preflight': '1', accept: modern, 'accept-encoding': 'br' } }],
  ['by GET from a page', { method: 'GET', headers: { 'apollo-require-preflight': '1', origin: listed } }],
];

async function ask({ query, variables }: Omit<ReadQuestion, 'name'>, way: Pick<RawQuestion, 'method' | 'headers'>) {
  return askRaw(api.url, { query, variables, ...way, headers: { 'x-request-id': requestId, ...way.headers } });
}

async function askTimes(
  times: number,
  question: Omit<ReadQuestion, 'name'>,
  way: Pick<RawQuestion, 'method' | 'headers'>,
) {
  const answers: RawAnswer[] = [];
  for (let time = 0; time < times; time += 1) answers.push(await ask(question, way));
  return answers;
}

function textOf(answer: RawAnswer): string {
  const coding = headerOf(answer, 'content-encoding');
  if (coding === 'br') return brotliDecompressSync(answer.body).toString();
  return (coding === 'gzip' ? gunzipSync(answer.body) : answer.body).toString();
}

describe.each(ways)('%s', (name, way) => {
  test.each(shareable)('$name is answered the same by Apollo, executed, and known', async ({ query, variables }) => {
    const question = { query: `${query} # ${name}`, variables };
    const [first, ...later] = (await askTimes(4, question, way)).map(lastingPartOf);
    for (const answer of later) expect(answer).toEqual(first);
    expect(first).toMatchObject({ status: 200 });
    expect(counts.take()).toEqual({ byApollo: 1, executed: 1, hits: 2 });
  });

  test.each(shareable)('$name is the same for whoever is signed in', async ({ query, variables }) => {
    const question = { query: `${query} # ${name}, signed in`, variables };
    const signedIn = { ...way, headers: { ...way.headers, ...reader.headers } };
    const answers = await askTimes(4, question, signedIn);
    const [first, ...later] = answers.map(lastingPartOf);
    for (const answer of later) expect(answer).toEqual(first);
    expect(counts.take()).toEqual({ byApollo: 1, executed: 1, hits: 2 });
    const signedOut = await ask(question, way);
    expect(counts.take().hits).toBe(1);
    expect(signedOut.body).toEqual(answers[0]?.body);
    expect(headerOf(signedOut, 'cache-control')).toMatch(/^public, /);
    for (const answer of answers) expect(headerOf(answer, 'cache-control')).toMatch(/^private, max-age=\d+$/);
  });
});

test('there are many such documents, and their answers hold no errors', async () => {
  expect(shareable.length).toBeGreaterThan(20);
  for (const question of shareable) expect(textOf(await ask(question, {}))).toMatch(/^\{"data":\{/);
  for (const question of shareable) expect(textOf(await ask(question, {}))).not.toContain('"errors"');
});

test.each([
  ['nothing is accepted', {}, undefined],
  ['brotli is', { 'accept-encoding': 'br' }, 'br'],
  ['gzip is', { 'accept-encoding': 'gzip' }, 'gzip'],
  ['both are', { 'accept-encoding': 'gzip, deflate, br, zstd' }, 'br'],
])('compressed or not, the answer is the same: %s', async (_, headers, coding) => {
  const question = { query: '{ movies { nodes { title overview } } }', variables: {} };
  const plain = await ask(question, {});
  for (const answer of await askTimes(4, question, { headers })) {
    expect(headerOf(answer, 'content-encoding')).toBe(coding);
    expect(textOf(answer)).toBe(plain.body.toString());
    expect(headerOf(answer, 'etag')).toBe(headerOf(plain, 'etag'));
  }
});

describe('never from what is known', () => {
  test.each(unshareable)('$name, signed in', async ({ query, variables }) => {
    const answers = await askTimes(4, { query, variables }, { headers: { ...reader.headers } });
    for (const answer of answers) expect(headerOf(answer, 'cache-control')).toContain('no-store');
    expect(counts.take().hits).toBe(0);
  });

  test.each(unshareable)('$name, signed out and then in', async ({ query, variables }) => {
    const question = { query: `${query} # out and in`, variables };
    await askTimes(4, question, {});
    expect(counts.take().hits).toBe(0);
    await askTimes(2, question, { headers: { ...reader.headers } });
    expect(counts.take().hits).toBe(0);
  });

  test.each([
    ['a mutation', 'mutation { logout { __typename } }', {}],
    ['a document that is wrong', '{ nothing }', {}],
    ['an answer with an error', '{ movie(tmdbId: 1, id: "a") { title } genres { name } }', {}],
    ['a variable that does not fit', 'query ($a: Int!) { movie(tmdbId: $a) { title } }', {}],
    ['an answer that is explained', '{ genres { name } }', { 'x-watchme-extensions': 'cache, cost' }],
    ['an answer whose cost is told', '{ genres { name } }', { 'x-watchme-extensions': 'cost' }],
    ['a bad token', '{ genres { name } }', { authorization: 'Bearer a.b.c' }],
  ])('%s', async (_, query, headers) => {
    const answers = await askTimes(4, { query, variables: {} }, { headers });
    for (const answer of answers) expect(headerOf(answer, 'cache-control')).toMatch(/^(private, )?no-store$/);
    expect(counts.take().hits).toBe(0);
  });
});

describe('If-None-Match', () => {
  const question = { query: '{ movies(first: 30) { nodes { title } } }', variables: {} };
  test('of what is held is answered with the same headers, by GET', async () => {
    const way = {
      method: 'GET' as const,
      headers: { 'apollo-require-preflight': '1', origin: listed, 'accept-encoding': 'br' },
    };
    const [whole] = await askTimes(4, question, way);
    const etag = whole && headerOf(whole, 'etag');
    expect(etag).toMatch(/^W\/".+"$/);
    counts.take();
    for (const held of [String(etag), `"other", ${etag}`, '*']) {
      const answer = await ask(question, { ...way, headers: { ...way.headers, 'if-none-match': held } });
      expect([answer.status, answer.body.length]).toEqual([304, 0]);
      const isOfBody = ([name]: readonly [string, string]) => !/^(content-length|age|date)$/i.test(name);
      expect(answer.headers.filter(isOfBody)).toEqual(whole?.headers.filter(isOfBody));
    }
    const other = await ask(question, { ...way, headers: { ...way.headers, 'if-none-match': 'W/"other"' } });
    expect(other.status).toBe(200);
    expect(counts.take()).toEqual({ byApollo: 0, executed: 0, hits: 4 });
  });

  test('says nothing of an answer by POST', async () => {
    const answer = await ask(question, { method: 'POST', headers: { 'if-none-match': '*' } });
    expect([answer.status, answer.body.length > 0]).toEqual([200, true]);
  });
});
