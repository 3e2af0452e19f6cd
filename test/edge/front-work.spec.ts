import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { taskTiming } from '../../src/platform/cluster/task-timing.js';
import { operationTiming } from '../../src/platform/http/front/overdue.js';
import { catalogue } from '../e2e/subjects.js';
import { type Api, startApi } from '../support/api.js';
import { FrontCounts } from './front/front-counts.js';
import { askRaw, headerOf } from './front/raw-answer.js';
import { SilentServer } from './front/silent-server.js';

const ofFilm = 'query Film($tmdbId: Int!) { movie(tmdbId: $tmdbId) { title runtimeMinutes genres { name } } }';
/** Films that no test has asked for yet. */
const films = catalogue.films.filter(({ isAdult, isSoftcore }) => !isAdult && !isSoftcore).map(({ id }) => id);

function freshFilm(): number {
  return films.pop() ?? 0;
}

let counts: FrontCounts;
beforeAll(() => void (counts = new FrontCounts()));
afterAll(() => counts.restore());

describe('equal questions at once', () => {
  const atOnce = 100;
  let api: Api;
  beforeEach(async () => {
    api = await startApi({ FRONT: 'full' });
    counts.take();
  });
  afterEach(() => api.close());

  const ask = (tmdbId: number) => askRaw(api.url, { query: ofFilm, variables: { tmdbId } });

  function callsOf(tmdbId: number): number {
    return api.standIn.calls.filter(({ path }) => path.startsWith(`/movie/${tmdbId}`)).length;
  }

  /** What one such question costs. */
  async function callsOfOne(): Promise<number> {
    const film = freshFilm();
    await ask(film);
    return callsOf(film);
  }

  test('of a known document and a cold film cost one execution and the calls of one', async () => {
    const calls = await callsOfOne();
    const film = freshFilm();
    api.standIn.fault(`/movie/${film}`, { kind: 'delay', ms: 500 });
    counts.take();
    const answers = await Promise.all(Array.from({ length: atOnce }, () => ask(film)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.toString()}`)).size).toBe(1);
    expect(counts.take()).toEqual({ executed: 1, byApollo: 0, hits: 0 });
    expect(callsOf(film)).toBe(calls);
  });

  test('of a document that nobody knows cost Apollo one question, and one execution beside it', async () => {
    const film = freshFilm();
    api.standIn.fault(`/movie/${film}`, { kind: 'delay', ms: 500 });
    const answers = await Promise.all(Array.from({ length: atOnce }, () => ask(film)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.toString()}`)).size).toBe(1);
    expect(counts.take()).toEqual({ executed: 1, byApollo: 1, hits: 0 });
    expect(callsOf(film)).toBe(1);
  });

  test('are answered though the one that the answer is made for goes away', async () => {
    await callsOfOne();
    const film = freshFilm();
    api.standIn.fault(`/movie/${film}`, { kind: 'delay', ms: 500 });
    const leaving = new AbortController();
    const gone = askRaw(api.url, { query: ofFilm, variables: { tmdbId: film }, signal: leaving.signal }).catch(
      () => 'gone',
    );
    while (callsOf(film) === 0) await pause(5);
    const others = Promise.all(Array.from({ length: 20 }, () => ask(film)));
    await pause(100);
    leaving.abort();
    expect(await gone).toBe('gone');
    for (const { status, body } of await others) {
      expect(status).toBe(200);
      expect(body.toString()).toMatch(/^\{"data":\{"movie":\{"title":/);
      expect(body.toString()).not.toContain('"errors"');
    }
    expect(callsOf(film)).toBeLessThanOrEqual(2);
  });

  test('whose answer holds an error are answered each for itself', async () => {
    await callsOfOne();
    const film = freshFilm();
    api.standIn.fault(`/movie/${film}`, { kind: 'status', status: 404, body: { status_code: 6 } });
    const bodies = (await Promise.all(Array.from({ length: 10 }, () => ask(film)))).map(({ body }) => body.toString());
    expect(new Set(bodies)).toEqual(new Set(['{"data":{"movie":null}}\n']));
    api.standIn.fault('*', { kind: 'status', status: 500 });
    const other = freshFilm();
    const failed = await Promise.all(Array.from({ length: 10 }, () => ask(other)));
    const ids = failed.map(({ body }) => JSON.parse(body.toString()).errors[0].extensions.requestId as string);
    expect(ids).toEqual(failed.map((answer) => headerOf(answer, 'x-request-id')));
  });
});

describe('whole answers are dropped', () => {
  const { quietMs } = taskTiming;
  afterEach(() => void (taskTiming.quietMs = quietMs));

  test('once the feed has named a film', async () => {
    taskTiming.quietMs = 0;
    const api = await startApi({ FRONT: 'full', CHANGE_FEED_SECONDS: '1' });
    try {
      const film = freshFilm();
      const title = async (): Promise<string> => (await api.ask(ofFilm, { tmdbId: film })).data.movie.title;
      const old = await title();
      for (let time = 0; time < 4; time += 1) expect(await title()).toBe(old);
      expect(counts.take().hits).toBeGreaterThan(1);
      while (!api.standIn.calls.some(({ path }) => path === '/movie/changes')) await pause(10);
      api.standIn.changeFilm(film, { title: 'A New Name' });
      let now = old;
      for (let round = 0; round < 1500 && now === old; round += 1) {
        now = await title();
        await pause(10);
      }
      expect(now).toBe('A New Name');
      expect(counts.take().hits).toBeGreaterThan(1);
    } finally {
      await api.close();
    }
  });
});

describe('an operation that takes too long', () => {
  const { limitMs } = operationTiming;
  let silent: SilentServer;
  beforeEach(async () => void (silent = await SilentServer.start()));
  afterEach(async () => {
    operationTiming.limitMs = limitMs;
    await silent.close();
  });

  test.each(['full', 'cache', 'off'])('ends with QUERY_TIMEOUT, and its calls with it: FRONT=%s', async (mode) => {
    const api = await startApi({ FRONT: mode, TMDB_BASE_URL: silent.url });
    try {
      // So that it is known, without a call.
      expect((await api.ask(ofFilm, { tmdbId: 0 })).data).toEqual({ movie: null });
      operationTiming.limitMs = 300;
      const response = await api.fetch({ query: ofFilm, variables: { tmdbId: freshFilm() } });
      expect(response.status).toBe(503);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const requestId = response.headers.get('x-request-id');
      expect(await response.json()).toEqual({
        errors: [{ message: expect.any(String), extensions: { code: 'QUERY_TIMEOUT', retryable: true, requestId } }],
      });
      // Of the 20 seconds that a call may take.
      for (let time = 0; time < 200 && silent.open > 0; time += 1) await pause(10);
      expect([silent.calls, silent.open]).toEqual([1, 0]);
    } finally {
      await api.close();
    }
  });
});
