import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { type Api, startApi } from '../support/api.js';
import { describeWithRedisServer } from '../support/redis-server.js';
import { onRedisAt, type RedisClient } from '../support/redis-client.js';

const query = 'query Film($id: Int!) { movie(tmdbId: $id) { title runtimeMinutes directors { name } } }';
const firstId = 1_000_000_001;
const tries = 400;

/** What the cache holds there, without what the processes tell each other. */
async function entriesOf(client: RedisClient): Promise<number> {
  const keys = await client.keys('*');
  return keys.filter((key) => !/^watchme:(cluster|process):/.test(key)).length;
}

describeWithRedisServer('two processes on one Redis', (server) => {
  let standIn: StandIn;
  let one: Api;
  let other: Api;
  beforeEach(async () => {
    await server().restart();
    standIn = await startStandIn();
    [one, other] = [await startBehind(standIn), await startBehind(standIn)];
  });
  afterEach(async () => {
    server().resume();
    await Promise.all([one.close(), other.close()]);
    await standIn.close();
  });

  function startBehind(given: StandIn): Promise<Api> {
    return startApi({ REDIS_URL: server().url }, given);
  }

  const onRedis = <T>(run: (client: RedisClient) => Promise<T>): Promise<T> => onRedisAt(server().url, run);

  const countEntries = (): Promise<number> => onRedis(entriesOf);

  /** Asks again and again, for a bounded number of times, until it is so. */
  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let round = 0; round < tries; round += 1) {
      if (await isSo()) return;
      await pause(10);
    }
    throw new Error(`It was not so after ${tries} tries.`);
  }

  async function expectFilm(api: Api, id: number): Promise<void> {
    const { data, errors } = await api.ask(query, { id });
    expect(errors).toBeUndefined();
    expect(data.movie).toMatchObject({ title: expect.any(String), directors: expect.any(Array) });
  }

  /** Different films from both, so that no process has them all in its memory. */
  async function expectFilms(from: number): Promise<void> {
    const asked = Array.from({ length: 20 }, (_, index) => expectFilm(index % 2 ? one : other, from + (index >> 2)));
    await Promise.all(asked);
  }

  /** Whether what one process reads from TMDb now reaches the other without TMDb. */
  async function sharesAgain(id: number): Promise<boolean> {
    const entries = await countEntries();
    await expectFilm(one, id);
    await until(async () => (await countEntries()) > entries);
    other.takeCalls();
    await expectFilm(other, id);
    return other.takeCalls().length === 0;
  }

  async function expectSharing(from: number): Promise<void> {
    let id = from;
    await until(() => sharesAgain((id += 1)).catch(() => false));
  }

  test('what one has read, the other has without a call', async () => {
    await expectFilm(one, firstId);
    await until(async () => (await countEntries()) >= 2);
    other.takeCalls();
    await expectFilm(other, firstId);
    expect(other.takeCalls()).toEqual([]);
  });

  test('what was read is there for a process that starts later', async () => {
    await expectFilm(one, firstId);
    await one.close();
    const later = await startBehind(standIn);
    try {
      later.takeCalls();
      await expectFilm(later, firstId);
      expect(later.takeCalls()).toEqual([]);
    } finally {
      await later.close();
    }
  });

  test('no request fails while Redis is killed, and both share again once it is back', async () => {
    await expectFilms(firstId);
    const under = expectFilms(firstId + 10);
    await server().kill();
    await under;
    await expectFilms(firstId + 20);
    await server().restart();
    await expectFilms(firstId + 30);
    await expectSharing(firstId + 40);
  });

  test('no request fails while Redis hangs, and both share again once it answers', async () => {
    await expectFilms(firstId);
    const under = expectFilms(firstId + 10);
    server().pause();
    await under;
    await expectFilms(firstId + 20);
    server().resume();
    await expectFilms(firstId + 30);
    await expectSharing(firstId + 40);
  });

  test('no request fails while Redis starts anew, and empty', async () => {
    await expectFilms(firstId);
    const under = expectFilms(firstId + 10);
    await server().restart();
    await under;
    await expectSharing(firstId + 40);
  });

  test.each(['rubbish', '', '{}', 'null', '{"value":', '[1,2]', '{"value":"x","expires":"never"}'])(
    'an entry of %j is no entry',
    async (rubbish) => {
      await expectFilm(one, firstId);
      await until(async () => (await countEntries()) >= 2);
      await onRedis(async (client) => {
        const keys = await client.keys('*');
        await Promise.all(keys.map((key) => client.set(key, rubbish)));
      });
      other.takeCalls();
      await expectFilm(other, firstId);
      expect(other.takeCalls().length).toBeGreaterThan(0);
    },
  );

  test('an entry of another type is no entry', async () => {
    await expectFilm(one, firstId);
    await until(async () => (await countEntries()) >= 2);
    await onRedis(async (client) => {
      const keys = await client.keys('*');
      await client.del(keys);
      await Promise.all(keys.map((key) => client.hSet(key, { value: 'rubbish' })));
    });
    await expectFilm(other, firstId);
  });
});

describeWithRedisServer('a process that starts without its Redis', (server) => {
  test('serves, and fills the Redis once it is there', async () => {
    await server().kill();
    const api = await startApi({ REDIS_URL: server().url });
    try {
      const ask = async (id: number) => expect((await api.ask(query, { id })).errors).toBeUndefined();
      await ask(firstId);
      await server().restart();
      let entries = 0;
      for (let round = 0; round < tries && entries === 0; round += 1) {
        await ask(firstId + 1 + (round % 200));
        entries = await onRedisAt(server().url, entriesOf);
        await pause(10);
      }
      expect(entries).toBeGreaterThan(0);
    } finally {
      await api.close();
    }
  });
});
