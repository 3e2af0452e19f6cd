import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, type Api, startApi } from '../support/api.js';
import { mostInSlidingSecond } from '../support/most-in-second.js';
import { describeWithRedisServer } from '../support/redis-server.js';
import { ShiftedClock } from './shifted-clock.js';
import { catalogue } from './subjects.js';

const budgeted = { UPSTREAM_RATE_PER_SECOND: '34' };
const film = 'query($id: Int!) { movie(tmdbId: $id) { title runtimeMinutes } }';
const ids = catalogue.films.map(({ id }) => id);

describeWithRedisServer('two processes with one budget', (server) => {
  let standIn: StandIn;
  let apis: Api[];
  beforeEach(async () => {
    await server().restart();
    standIn = await startStandIn();
    apis = [
      await startApi({ ...budgeted, TMDB_DEADLINE_MS: '3000', REDIS_URL: server().url }, standIn),
      await startApi({ ...budgeted, TMDB_DEADLINE_MS: '3000', REDIS_URL: server().url }, standIn),
    ];
  });
  afterEach(async () => {
    await Promise.all(apis.map((api) => api.close()));
    await standIn.close();
  });

  test('250 cold reads at once are never over 40 calls in any second, and each is answered or told to come again', async () => {
    const answers = await Promise.all(ids.slice(0, 250).map((id, index) => apis[index % 2]!.ask(film, { id })));
    const calls = standIn.calls.map(({ at }) => at);
    expect(mostInSlidingSecond(calls)).toBeLessThanOrEqual(40);
    expect(calls.length).toBeGreaterThan(60);
    for (const { data, errors = [] } of answers) {
      if (errors.length === 0) expect(data.movie).toMatchObject({ title: expect.any(String) });
      // On a busy machine a read may run out of time before it has waited for its turn.
      for (const { extensions } of errors) {
        expect(extensions).toMatchObject({ code: expect.stringMatching(/^UPSTREAM_/), retryable: true });
      }
    }
    expect(answers.flatMap(codesOf)).toContain('UPSTREAM_BUSY');
    expect(answers.filter(({ errors }) => errors === undefined).length).toBeGreaterThan(60);
  });

  test('a 429 to one shuts out both', async () => {
    const [one, other] = apis as [Api, Api];
    standIn.fault(`/movie/${ids[0]}`, { kind: 'status', status: 429, retryAfterSeconds: 30 });
    expect(codesOf(await one.ask(film, { id: ids[0] }))).toEqual(['UPSTREAM_UNAVAILABLE']);
    const response = await other.fetch({ query: film, variables: { id: ids[1] } });
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(25);
    expect(standIn.calls).toHaveLength(1);
  });
});

describe('a process by itself', () => {
  let api: Api;
  afterEach(() => api.close());

  test('whose budget is used up says when to come again', async () => {
    api = await startApi({ UPSTREAM_RATE_PER_SECOND: '1', TMDB_DEADLINE_MS: '700' });
    const responses = await Promise.all(ids.slice(0, 8).map((id) => api.fetch({ query: film, variables: { id } })));
    const answers = await Promise.all(responses.map(async (response) => (await response.json()) as Answer));
    const busy = responses.filter((_, index) => codesOf(answers[index])[0] === 'UPSTREAM_BUSY');
    expect(api.takeCalls()).toHaveLength(4);
    expect(busy).toHaveLength(4);
    for (const response of busy) {
      expect(response.status).toBe(200);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  test('gives up the call of a client that has gone away', async () => {
    const called = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<void>();
    const silent = createServer((_request, response) => {
      response.once('close', ended.resolve);
      called.resolve();
    }).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    api = await startApi({ TMDB_BASE_URL: `http://127.0.0.1:${(silent.address() as AddressInfo).port}/3` });
    const goer = new AbortController();
    const asked = fetch(api.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: film, variables: { id: ids[0] } }),
      signal: goer.signal,
    });
    await called.promise;
    goer.abort();
    await expect(asked).rejects.toThrow();
    // The test's own limit is far below the 20 s that the call had.
    await ended.promise;
    silent.close();
  });

  test('whose key is revoked asks once, then nothing until a probe, and is well again after one', async () => {
    const clock = new ShiftedClock();
    try {
      api = await startApi(budgeted);
      api.standIn.fault('*', { kind: 'status', status: 401 });
      for (const id of ids.slice(0, 20)) {
        const { errors } = await api.ask(film, { id });
        expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', retryable: false } }]);
      }
      expect(api.takeCalls()).toHaveLength(1);
      clock.advanceMinute();
      for (const id of ids.slice(20, 30)) await api.ask(film, { id });
      expect(api.takeCalls()).toHaveLength(1);
      api.standIn.reset();
      clock.advanceMinute();
      const answers = await Promise.all(ids.slice(30, 40).map((id) => api.ask(film, { id })));
      expect(answers.flatMap(codesOf)).toEqual([]);
    } finally {
      clock.restore();
    }
  });

  test('leaves a TMDb alone that fails, and is well again within seconds of it', async () => {
    api = await startApi({ ...budgeted, TMDB_DEADLINE_MS: '3000' });
    api.standIn.fault('*', { kind: 'status', status: 500 });
    await Promise.all(ids.slice(0, 10).map((id) => api.ask(film, { id })));
    api.takeCalls();
    const answers = await Promise.all(ids.slice(10, 40).map((id) => api.ask(film, { id })));
    expect(answers.flatMap(codesOf)).toEqual(Array(30).fill('UPSTREAM_UNAVAILABLE'));
    expect(api.takeCalls().length).toBeLessThanOrEqual(4);
    api.standIn.reset();
    const wellAt = Date.now();
    while (codesOf(await api.ask(film, { id: ids[50] })).length > 0) await pause(50);
    expect(Date.now() - wellAt).toBeLessThan(5000);
  });
});

function codesOf(answer: Answer | undefined): unknown[] {
  return (answer?.errors ?? []).map(({ extensions }) => extensions['code']);
}
