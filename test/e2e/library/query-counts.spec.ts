import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createClient } from '@keyv/redis';
import { type Account, cheapHashing, signUp } from '../../support/accounts.js';
import { type Api, startApi } from '../../support/api.js';
import { askPostgres } from '../../support/ask-postgres.js';
import { createDatabase } from '../../support/postgres.js';
import { describeWithRedis } from '../../support/redis-server.js';
import { countStatements, type StatementCount } from '../../support/statement-count.js';
import { catalogue } from '../subjects.js';

const films = catalogue.films.slice(0, 100).map(({ id }) => id);
const watchlist = '{ viewer { watchlist(first: 100) { nodes { tmdbId movie { title } } } } }';
const states = `query ($ids: [Int!]!) { moviesByTmdbIds(tmdbIds: $ids) {
  title viewerState { isOnWatchlist isFavorite rating watchedCount lastWatchedAt note lists { name } }
} }`;

let statements: StatementCount;
let api: Api;
let viewer: Account;

beforeAll(async () => {
  statements = countStatements();
  api = await startApi(cheapHashing);
  viewer = await signUp(api);
  for (const half of [films.slice(0, 50), films.slice(50)]) await addAll(viewer, half);
});

beforeEach(() => void statements.take());

afterAll(async () => {
  statements.stop();
  await api.close();
});

async function addAll(by: Account, tmdbIds: readonly number[]): Promise<void> {
  const changes = tmdbIds.map((tmdbId) => ({ addToWatchlist: { tmdbId } }));
  const result = await by.change('updateLibrary', { changes }, '');
  expect(result.__typename).toBe('UpdateLibrarySuccess');
}

describe('A page of a hundred films of the watchlist', () => {
  test('takes the viewer and one page from PostgreSQL, and only what is missing from TMDb', async () => {
    api.takeCalls();
    const { data, errors } = await viewer.ask(watchlist);
    expect(errors).toBeUndefined();
    expect(data.viewer.watchlist.nodes).toHaveLength(100);
    expect(statements.take()).toEqual([
      expect.stringMatching(/from users/),
      expect.stringMatching(/watchlist_entries/),
    ]);
    // Adding them has asked whether they exist.
    expect(api.takeCalls()).toEqual([]);
  });
});

describe('The state of a hundred films', () => {
  test('takes the viewer and one statement', async () => {
    const { data, errors } = await viewer.ask(states, { ids: films });
    expect(errors).toBeUndefined();
    expect(data.moviesByTmdbIds.every((film: { viewerState: object | null }) => film.viewerState !== null)).toBe(true);
    expect(statements.take()).toHaveLength(2);
  });

  test('takes none where nobody is signed in, nor do the films of anybody', async () => {
    const { data } = await api.ask(states, { ids: films });
    expect(data.moviesByTmdbIds[0].viewerState).toBeNull();
    await viewer.ask('{ movies(first: 20) { nodes { title directors { name } } } }');
    expect(statements.take()).toEqual([]);
  });
});

describeWithRedis('A page of a hundred films whose process holds none of them', (redisUrl) => {
  test('is one MGET and one page, and of TMDb only what Redis has not', async () => {
    const database = await createDatabase();
    const env = { ...cheapHashing, REDIS_URL: redisUrl(), DATABASE_URL: database.url };
    const first = await startApi(env, api.standIn);
    const account = await signUp(first);
    await addAll(account, films.slice(0, 97));
    await askPostgres(
      database.url,
      `insert into watchlist_entries (id, user_id, tmdb_id, added_at)
       select gen_random_uuid(), users.id, film, now() from users, unnest(?::int[]) as film`,
      [`{${films.slice(97).join()}}`],
    );
    const second = await startApi(env, api.standIn);
    const redis = createClient({ url: redisUrl() });
    await redis.connect();
    try {
      const before = await mgetsOf(redis);
      second.takeCalls();
      statements.take();
      const { data, errors } = await second.ask(watchlist, {}, account.headers);
      expect(errors).toBeUndefined();
      const shown = data.viewer.watchlist.nodes.filter(({ movie }: { movie: object | null }) => movie !== null);
      expect(shown).toHaveLength(100);
      expect((await mgetsOf(redis)) - before).toBe(1);
      expect(statements.take()).toHaveLength(2);
      expect(second.takeCalls()).toHaveLength(3);
    } finally {
      redis.destroy();
      await second.close();
      await first.close();
      await database.drop();
    }
  });
});

async function mgetsOf(redis: { sendCommand(command: string[]): Promise<unknown> }): Promise<number> {
  const told = String(await redis.sendCommand(['INFO', 'commandstats']));
  return Number(/cmdstat_mget:calls=(\d+)/.exec(told)?.[1] ?? 0);
}
