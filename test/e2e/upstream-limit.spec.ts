import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { upstreamCallLimit } from '../../src/tmdb/upstream-call-limit.js';
import { type Api, startApi } from '../support/api.js';
import { catalogue } from './subjects.js';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const query = `query($a: [Int!]!, $b: [Int!]!, $c: [Int!]!) {
  a: moviesByTmdbIds(tmdbIds: $a) { tmdbId }
  b: moviesByTmdbIds(tmdbIds: $b) { tmdbId }
  c: moviesByTmdbIds(tmdbIds: $c) { tmdbId }
}`;

test('one request asks TMDb 200 times and no more; what it has by then stands, and the next one goes on', async () => {
  const ids = catalogue.films.slice(0, 210).map(({ id }) => id);
  const variables = { a: ids.slice(0, 100), b: ids.slice(100, 200), c: ids.slice(200) };
  const { data, errors = [] } = await api.ask(query, variables);
  expect(api.takeCalls()).toHaveLength(upstreamCallLimit);
  expect([...data.a, ...data.b, ...data.c].filter((film) => film !== null)).toHaveLength(upstreamCallLimit);
  expect(errors).toHaveLength(10);
  for (const { extensions, path } of errors) {
    expect(extensions).toMatchObject({
      code: 'DOCUMENT_LIMIT_EXCEEDED',
      limit: 'upstreamCalls',
      allowed: 200,
      actual: 201,
    });
    expect(path?.[0]).toBe('c');
  }
  const again = await api.ask(query, variables);
  expect(again.errors).toBeUndefined();
  expect(api.takeCalls()).toHaveLength(10);
});
