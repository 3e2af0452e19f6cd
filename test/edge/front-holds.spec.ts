import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Api, startApi } from '../support/api.js';

let api: Api;
beforeAll(async () => {
  api = await startApi({ INTROSPECTION: 'off', TMDB_ATTEMPT_TIMEOUT_MS: '600', TMDB_DEADLINE_MS: '1200' });
});
afterEach(() => api.standIn.reset());
afterAll(() => api.close());

/** What is written over a plain connection, until it ends. */
function exchange(text: string): Promise<string> {
  const { hostname, port } = new URL(api.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(text));
    socket.on('data', (part) => (answer += part.toString())).on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

describe('a target that is no path', () => {
  const query = encodeURIComponent('{ __schema { types { name } } }');
  const rest = 'HTTP/1.1\r\nHost: x\r\nApollo-Require-Preflight: 1\r\nConnection: close\r\n\r\n';

  test.each([
    `http://elsewhere.example/graphql?query=${query}`,
    `/graphql?query=${query}#part`,
    `HTTPS://elsewhere.example/graphql?query=${query}#part`,
  ])('goes the same way as any other: %s', async (target) => {
    expect(await exchange(`GET ${target} ${rest}`)).toContain('INTROSPECTION_DISABLED');
  });

  test.each(['/graphql#/more', 'http://elsewhere.example/graphql/more', 'http://elsewhere.example'])(
    'leads nowhere else: %s',
    async (target) => {
      expect(await exchange(`GET ${target} ${rest}`)).toMatch(/"code":"(NOT_FOUND|BAD_REQUEST)"/);
    },
  );
});

test('fragments that spread each other make no plan of millions of fields', async () => {
  const fields = (name: string): string =>
    Array.from({ length: 14 }, (_, at) => `a${at}: similar(first: 0) { nodes { ...${name} } }`).join(' ');
  const chain = ['A', 'B', 'C', 'D']
    .map((name, at, all) => `fragment ${name} on Movie { ${all[at + 1] ? fields(all[at + 1] ?? '') : 'title'} }`)
    .join(' ');
  const query = `{ movie(tmdbId: 1000000001) { ...A } } ${chain}`;
  for (let time = 0; time < 4; time += 1) {
    const startedAt = performance.now();
    await api.ask(query);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  }
});

test('an answer that goes on without what could not be read is kept by nobody', async () => {
  const ask = (locale: string) => api.fetch({ query: `{ movie(tmdbId: 1000000002, locale: "${locale}") { title } }` });
  expect((await ask('fi')).headers.get('cache-control')).toMatch(/^public/);
  api.standIn.fault('*', { kind: 'status', status: 500 });
  const without = await ask('fi, de');
  expect(await without.json()).toEqual({ data: { movie: { title: expect.any(String) } } });
  expect(without.headers.get('cache-control')).toBe('no-store');
});

test('who asks when one leader has gone is answered by the next, all by one execution', async () => {
  const question = JSON.stringify({ query: '{ movies(list: UPCOMING, first: 20) { nodes { title } } }' });
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: question };
  // Known, so that flights are flown; then cold again, in another language.
  await fetch(api.url, init);
  const cold = { ...init, headers: { ...init.headers, 'accept-language': 'pt' } };
  api.standIn.fault('*', { kind: 'delay', ms: 300 });
  api.takeCalls();
  const leader = new AbortController();
  const led = fetch(api.url, { ...cold, signal: leader.signal }).catch(() => 'gone');
  await pause(100);
  const others = Array.from({ length: 20 }, () => fetch(api.url, cold));
  await pause(50);
  leader.abort();
  expect(await led).toBe('gone');
  for (const answer of await Promise.all(others)) {
    expect(await answer.json()).toMatchObject({ data: { movies: { nodes: expect.any(Array) } } });
  }
  expect(api.takeCalls().length).toBeLessThanOrEqual(2);
});
