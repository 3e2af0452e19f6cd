import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { taskTiming } from '../../src/platform/cluster/task-timing.js';
import { type Api, startApi } from '../support/api.js';
import { ShiftedClock } from './shifted-clock.js';

const film = 1_000_000_001;
const query = `{ movie(tmdbId: ${film}) { title } }`;
const quietMs = taskTiming.quietMs;
/** Of a hundredth of a second each. */
const tries = 1500;

let clock: ShiftedClock;
let api: Api;
beforeEach(() => {
  taskTiming.quietMs = 0;
  clock = new ShiftedClock();
});
afterEach(async () => {
  taskTiming.quietMs = quietMs;
  await api.close();
  clock.restore();
});

async function titleNow(): Promise<string> {
  const { data, errors } = await api.ask(query);
  expect(errors).toBeUndefined();
  return data.movie.title as string;
}

async function untilRenamed(name: string): Promise<void> {
  for (let round = 0; round < tries; round += 1) {
    if ((await titleNow()) === name) return;
    await pause(10);
  }
  throw new Error('The new title did not come.');
}

test('a changed film is new once the feed has named it, long before it is stale', async () => {
  api = await startApi({ CHANGE_FEED_SECONDS: '1' });
  const old = await titleNow();
  while (!api.standIn.calls.some(({ path }) => path === '/movie/changes')) await pause(10);
  api.standIn.changeFilm(film, { title: 'A New Name' });
  expect(await titleNow()).toBe(old);
  await untilRenamed('A New Name');
});

test('without a feed it is new with the second read after its soft TTL', async () => {
  api = await startApi();
  const old = await titleNow();
  api.standIn.changeFilm(film, { title: 'A New Name' });
  clock.advance(260_000);
  expect(await titleNow()).toBe(old);
  expect(api.takeCalls()).toHaveLength(1);
  clock.advance(80_000);
  expect(await titleNow()).toBe(old);
  await untilRenamed('A New Name');
  expect(api.takeCalls()).toEqual([`/movie/${film}`]);
});
