import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from '../../src/app.js';
import { loadConfig } from '../../src/config/load-config.js';
import { GenresService } from '../../src/genres/genres.service.js';
import { MovieList } from '../../src/movies/lists/movie-list.js';
import { MovieListsService } from '../../src/movies/lists/movie-lists.service.js';
import { ChangeMarks } from '../../src/movies/freshness/change-marks.js';
import { RedisStore } from '../../src/platform/redis/redis-store.js';
import { taskTiming } from '../../src/platform/cluster/task-timing.js';
import { pageRequestOf } from '../../src/platform/graphql/connections/page.args.js';
import { describeWithRedisServer } from '../support/redis-server.js';

// Redis has 100 ms to answer, which a machine that stands still may take; a fault of ours shows each time.
jest.retryTimes(2);

const changed = 1_000_000_001;
const quietMs = taskTiming.quietMs;

let standIn: StandIn;
let apps: INestApplication[];

beforeAll(() => {
  taskTiming.quietMs = 0;
});
afterAll(() => {
  taskTiming.quietMs = quietMs;
});
beforeEach(async () => {
  standIn = await startStandIn();
  apps = [];
});
afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  await standIn.close();
});

/** A process; what it asks of TMDb carries its name. */
async function startProcess(name: string, env: Record<string, string>): Promise<INestApplication> {
  const app = await createApp(
    loadConfig({
      LOG_LEVEL: 'silent',
      TMDB_READ_TOKEN: name,
      TMDB_BASE_URL: standIn.apiUrl,
      TMDB_ATTEMPT_TIMEOUT_MS: '20000',
      TMDB_DEADLINE_MS: '20000',
      // Never asked.
      DATABASE_URL: 'postgres://nowhere/none',
      JWT_SECRET: 'x'.repeat(32),
      ...env,
    }),
  );
  apps.push(app);
  return app;
}

function pollers(): string[] {
  return standIn.calls.flatMap(({ path, headers }) =>
    path === '/movie/changes' ? (headers.authorization?.replace('Bearer ', '') ?? '') : [],
  );
}

async function until(isSo: () => unknown): Promise<void> {
  for (let round = 0; round < 1500; round += 1) {
    if ((await isSo()) === true) return;
    await pause(10);
  }
  throw new Error('It was not so within fifteen seconds.');
}

const verdict = (app: INestApplication, id: number, storedAt: number) =>
  app.get(ChangeMarks).since(`movie:${id}`, storedAt);

describe('the feed of changes without Redis', () => {
  test('names what has changed, over all pages', async () => {
    const app = await startProcess('alone', { CHANGE_FEED_SECONDS: '1' });
    await until(() => pollers().length > 0);
    await until(() => verdict(app, changed, Date.now() - 1500) === 'unchanged');
    for (let id = changed; id < changed + 150; id += 1) standIn.changeFilm(id, {});
    const storedAt = Date.now();
    await until(() => verdict(app, changed, storedAt) === 'due' && verdict(app, changed + 149, storedAt) === 'due');
  });

  test('asks nothing unless it is configured', async () => {
    await startProcess('off', {});
    await pause(100);
    expect(standIn.calls).toEqual([]);
  });
});

describeWithRedisServer('the feed of changes in two processes on one Redis', (server) => {
  let one: INestApplication;
  let other: INestApplication;
  beforeEach(async () => {
    await server().restart();
    const env = { REDIS_URL: server().url, CHANGE_FEED_SECONDS: '2' };
    one = await startProcess('one', env);
    other = await startProcess('other', env);
    await until(() => pollers().length > 1);
  });

  test('one asks, and both know', async () => {
    const storedAt = Date.now();
    standIn.changeFilm(changed, { title: 'A New Name' });
    await until(() => verdict(one, changed, storedAt) === 'due' && verdict(other, changed, storedAt) === 'due');
    await until(() => [one, other].every((app) => verdict(app, changed + 1, storedAt) === 'unchanged'));
    await until(() => pollers().length > 3);
    expect(new Set(pollers())).toEqual(new Set([pollers()[0]]));
  });

  test('the other takes over when the one that asks dies, and goes on from what it knew', async () => {
    const storedAt = Date.now();
    standIn.changeFilm(changed, {});
    await until(() => verdict(one, changed, storedAt) === 'due' && verdict(other, changed, storedAt) === 'due');
    const [poller] = pollers();
    const [dead, heir] = poller === 'one' ? [one, other] : [other, one];
    dead.get(RedisStore).client.destroy();
    await until(() => pollers().at(-1) !== poller);
    await until(() => verdict(heir, changed + 1, storedAt) === 'unchanged');
    expect(verdict(heir, changed, storedAt)).toBe('due');
  });

  test('the other takes over when the one that asks is shut down', async () => {
    const [poller] = pollers();
    await (poller === 'one' ? one : other).close();
    await until(() => pollers().at(-1) !== poller);
  });

  test('a process that comes later knows what is marked', async () => {
    const storedAt = Date.now();
    standIn.changeFilm(changed, {});
    await until(() => verdict(one, changed, storedAt) === 'due');
    const later = await startProcess('later', { REDIS_URL: server().url, CHANGE_FEED_SECONDS: '3600' });
    await until(() => verdict(later, changed, storedAt) === 'due');
  });

  test('polls that fail change nothing', async () => {
    const storedAt = Date.now();
    standIn.changeFilm(changed, {});
    await until(() => verdict(other, changed, storedAt) === 'due');
    standIn.fault('/movie/changes', { kind: 'status', status: 500 });
    const before = one.get(ChangeMarks).snapshot();
    const asked = pollers().length;
    await until(() => pollers().length > asked + 1);
    expect(one.get(ChangeMarks).snapshot()).toBe(before);
  });

  test('nobody asks, and nothing fails, without the Redis that decides who', async () => {
    await server().kill();
    await pause(100);
    const asked = pollers().length;
    const later = await startProcess('later', { REDIS_URL: server().url, CHANGE_FEED_SECONDS: '1' });
    await pause(1500);
    expect(pollers()).toHaveLength(asked);
    await Promise.all([later.close(), one.close(), other.close()]);
  });
});

describe('the warmer of lists', () => {
  test('has read what visitors of the locale see first', async () => {
    const app = await startProcess('warm', { CACHE_WARM_LOCALES: 'pt-BR' });
    const asked = () => standIn.calls.map(({ path, query }) => `${path} ${query['language']}`);
    await until(() => asked().includes('/genre/movie/list pt-BR'));
    const scope = { locale: 'pt-BR', locales: ['pt-BR'], region: 'BR', isRegionNamed: false };
    await app.get(GenresService, { strict: false }).findAll(scope);
    const before = asked();
    const lists = app.get(MovieListsService, { strict: false });
    for (const list of [MovieList.POPULAR, MovieList.TOP_RATED, MovieList.NOW_PLAYING, MovieList.UPCOMING]) {
      expect((await lists.read(list, scope, pageRequestOf({}))).rows.length).toBeGreaterThan(0);
    }
    expect(asked()).toEqual(before);
  });
});
