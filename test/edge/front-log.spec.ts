import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PinoLogger } from 'nestjs-pino';
import { setTimeout as pause } from 'node:timers/promises';
import { CapturedLogs } from '../e2e/captured-logs.js';
import { catalogue } from '../e2e/subjects.js';
import { type Api, startApi } from '../support/api.js';
import { FrontCounts } from './front/front-counts.js';

const ofFilm = 'query Film($tmdbId: Int!) { movie(tmdbId: $tmdbId) { title runtimeMinutes genres { name } } }';
const [film = 0, first = 0, second = 0] = catalogue.films.map(({ id }) => id);

let counts: FrontCounts;
beforeAll(() => void (counts = new FrontCounts()));
afterAll(() => counts.restore());

/** All apps of a process share the logger of the first. */
async function startAt(level: string): Promise<Api> {
  const api = await startApi({ FRONT: 'full', LOG_LEVEL: level });
  PinoLogger.root.level = level;
  return api;
}

describe('the log', () => {
  let logs: CapturedLogs;
  beforeEach(() => void (logs = new CapturedLogs()));
  afterEach(() => logs.restore());

  /** Of five times the same question. */
  async function linesAt(level: string) {
    const api = await startAt(level);
    try {
      counts.take();
      logs.clear();
      for (let time = 0; time < 5; time += 1) await api.fetch({ query: ofFilm, variables: { tmdbId: film } });
      expect(counts.take().hits).toBe(3);
      await pause(50);
      return logs.lines.filter(({ msg }) => msg === 'request completed');
    } finally {
      await api.close();
    }
  }

  test('has no line for a hit at `info`', async () => {
    const lines = await linesAt('info');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatchObject({ operationName: 'Film', res: { status: 200 } });
  });

  test('has one at `debug`', async () => {
    const lines = await linesAt('debug');
    expect(lines.map(({ front }) => front)).toEqual([undefined, undefined, 'hit', 'hit', 'hit']);
    for (const line of lines.slice(2)) {
      expect(line).toMatchObject({
        level: 20,
        requestId: expect.any(String),
        req: { method: 'POST', path: '/graphql' },
      });
      expect(line).toMatchObject({ res: { status: 200 }, durationMs: expect.any(Number), upstreamCalls: 0 });
    }
  });

  test('names the operation of those that waited for the answer to another', async () => {
    const api = await startAt('info');
    try {
      await api.ask(ofFilm, { tmdbId: first });
      api.standIn.fault('*', { kind: 'delay', ms: 300 });
      await Promise.all([1, 2, 3].map(() => api.ask(ofFilm, { tmdbId: second })));
      await pause(50);
      const lines = logs.lines.filter(({ msg }) => msg === 'request completed');
      expect(lines.map(({ operationName }) => operationName)).toEqual(['Film', 'Film', 'Film', 'Film']);
      expect(lines.slice(1).filter(({ upstreamCalls }) => upstreamCalls === 0)).toHaveLength(2);
    } finally {
      await api.close();
    }
  });
});
