import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, type Api, startApi } from '../support/api.js';
import { describeWithRedisServer } from '../support/redis-server.js';
import { onRedisAt, type RedisClient } from '../support/redis-client.js';

const text = 'query Mode { about { mode } }';
const documentId = createHash('sha256').update(text).digest('hex');
const key = `watchme::document:v1:${documentId}`;
const answered = { data: { about: { mode: 'LIVE' } } };
const unknown = { errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] };
const tries = 400;

describeWithRedisServer('registered documents of two processes on one Redis', (server) => {
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

  async function post(api: Api, body: object): Promise<Answer> {
    return (await (await api.fetch(body)).json()) as Answer;
  }

  /** Sends it in full to one, and waits until Redis has it. */
  async function register(): Promise<void> {
    expect(await post(one, { query: text, documentId })).toEqual(answered);
    for (let round = 0; round < tries; round += 1) {
      if ((await onRedis((client) => client.exists(key))) === 1) return;
      await pause(10);
    }
    throw new Error('Redis never got it.');
  }

  test('what one was sent in full, the other knows by its hash, for a day', async () => {
    expect(await post(other, { documentId })).toMatchObject(unknown);
    await register();
    expect(await post(other, { documentId })).toEqual(answered);
    const leftSeconds = await onRedis((client) => client.ttl(key));
    expect(leftSeconds).toBeGreaterThan(86_000);
    expect(leftSeconds).toBeLessThanOrEqual(86_400);
  });

  test.each([
    ['another document', '{ about { version } }'],
    ['no document', 'garbage'],
    ['nothing', ''],
  ])('%s under the hash is not run', async (_name, garbage) => {
    await onRedis((client) => client.set(key, garbage));
    expect(await post(other, { documentId })).toMatchObject(unknown);
  });

  test('what is no text under the hash is not run', async () => {
    await onRedis((client) => client.lPush(key, text));
    expect(await post(other, { documentId })).toMatchObject(unknown);
  });

  test.each([
    ['killed', () => server().kill()],
    ['hung', async () => server().pause()],
  ])('a Redis that is %s costs what the other was sent, and nothing else', async (_name, harm) => {
    await register();
    await harm();
    expect(await post(one, { documentId })).toEqual(answered);
    expect(await post(other, { documentId })).toMatchObject(unknown);
    expect(await post(other, { query: text, documentId })).toEqual(answered);
    expect(await post(other, { documentId })).toEqual(answered);
  });
});
