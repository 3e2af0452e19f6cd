import { createClient } from '@keyv/redis';
import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { runCacheCommand } from '../../src/scripts/cache/cache-command.js';
import { type Api, startApi } from '../support/api.js';
import { Entry } from '../support/entry.js';
import { describeWithRedisServer } from '../support/redis-server.js';

// Redis has 100 ms to answer, which a machine that stands still may take; a fault of ours shows each time.
jest.retryTimes(2);

const film = 1_000_000_001;
const query = `{ movie(tmdbId: ${film}) { title cast(first: 1) { nodes { name } } } genres { name } }`;

describeWithRedisServer('the cache script and two processes', (server) => {
  let standIn: StandIn;
  let apis: [Api, Api];
  beforeEach(async () => {
    await server().restart();
    standIn = await startStandIn();
    const env = { REDIS_URL: server().url };
    apis = [await startApi(env, standIn), await startApi(env, standIn)];
    for (const api of apis) expect((await api.ask(query)).errors).toBeUndefined();
  });
  afterEach(async () => {
    await Promise.all(apis.map((api) => api.close()));
    await standIn.close();
  });

  /** Runs a command, and gives what it writes. */
  async function run(args: string[]): Promise<string> {
    const redis = createClient({ url: server().url });
    await redis.connect();
    let written = '';
    try {
      await runCacheCommand(args, { redis: redis as never, now: Date.now, write: (text) => (written += text) });
    } finally {
      redis.destroy();
    }
    return written;
  }

  /** What a process asks of TMDb to answer, once two seconds have passed. */
  async function callsAfterTwoSeconds(api: Api): Promise<string[]> {
    await pause(2000);
    api.takeCalls();
    expect((await api.ask(query)).errors).toBeUndefined();
    return api.takeCalls();
  }

  test('a kind that is flushed is asked for anew by each process, the others are not', async () => {
    expect(await run(['flush', 'genres'])).toMatch(/^Dropped from Redis: 1 entries\./);
    expect(await callsAfterTwoSeconds(apis[0])).toEqual(['/genre/movie/list']);
    await run(['flush', 'genres']);
    expect(await callsAfterTwoSeconds(apis[1])).toEqual(['/genre/movie/list']);
  });

  test('a flush of all reaches what processes hold, and what is read after it stays', async () => {
    // Often enough that whole answers are kept, too.
    for (const api of [...apis, ...apis, ...apis]) await api.ask(query);
    await run(['flush']);
    expect((await callsAfterTwoSeconds(apis[0])).toSorted()).toEqual(['/genre/movie/list', `/movie/${film}`]);
    expect(await callsAfterTwoSeconds(apis[1])).toEqual([]);
    expect(await callsAfterTwoSeconds(apis[0])).toEqual([]);
  });

  test('a purge drops what is older, and nothing else', async () => {
    expect(await run(['purge-older-than', '2'])).toMatch(/^Dropped from Redis: 0 entries/);
    expect(await callsAfterTwoSeconds(apis[0])).toEqual([]);
    expect(await run(['purge-older-than', '0'])).not.toMatch(/: 0 entries/);
    expect(await callsAfterTwoSeconds(apis[1])).toHaveLength(2);
  });

  test('statistics tell the entries in Redis and what the processes did', async () => {
    await apis[0].ask(query);
    // What they say of themselves comes with the next beat.
    await pause(2000);
    const table = await run(['stats']);
    expect(table).toMatch(/^Processes: 2, which hold \d+ entries of 0\.\d MB in all\.\n/);
    const genres = table.split('\n').find((line) => line.startsWith('genres '));
    // In Redis, hits in process and in Redis, stale, misses, refreshes, failures.
    expect(genres?.split(/\s+/).slice(1)).toEqual(['1', '1', '1', '0', '1', '0', '0']);
  });

  test.each([[[]], [['flush', 'movie.nonsense']], [['purge-older-than', 'x']], [['stats', 'more']], [['nonsense']]])(
    '%j is refused, and changes nothing',
    async (args) => {
      await expect(run(args)).rejects.toThrow(/^Usage: |^No kind is called "movie.nonsense"; there are: .*genres, /);
      expect(await run(['stats'])).toContain('genres');
    },
  );

  test('it runs as a process, and says what is wrong', async () => {
    const fine = Entry.node(['dist/scripts/cache.js', 'flush'], { REDIS_URL: server().url });
    expect([await fine.ended(), fine.text]).toEqual([0, expect.stringContaining('Dropped from Redis')]);
    const without = Entry.node(['dist/scripts/cache.js', 'stats']);
    expect([await without.ended(), without.text]).toEqual([1, expect.stringContaining('REDIS_URL is not set')]);
    const away = Entry.node(['dist/scripts/cache.js', 'stats'], { REDIS_URL: 'redis://127.0.0.1:1' });
    expect([await away.ended(), away.text]).toEqual([1, 'Redis can not be reached.\n']);
  });
});
