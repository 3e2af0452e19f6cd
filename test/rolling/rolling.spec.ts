import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { makeViewer } from '../faults/make-viewer.js';
import { Load } from '../faults/load.js';
import type { Viewer } from '../faults/requests.js';
import { cheapHashing } from '../support/accounts.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { Fleet, type Replacement } from './fleet.js';

/** 150 a second in all. */
const perSecond = { cached: 117, cold: 5, account: 25, login: 0.5, live: 2.5 };
const replacements = 2;

let database: TestDatabase;
let fleet: Fleet;
let viewer: Viewer;

// A machine that stands still for five seconds is a fault of its own; one of ours shows each time.
jest.retryTimes(2);

beforeAll(async () => {
  database = await createDatabase();
  fleet = await Fleet.start({ size: 2, databaseUrl: database.url, env: { ...cheapHashing, DRAIN_SECONDS: '1' } });
  viewer = await makeViewer(fleet.url);
}, 120_000);

afterAll(async () => {
  await fleet.stop();
  await database.drop();
});

test('no request fails while every process is replaced under load', async () => {
  const load = new Load({ target: { host: '127.0.0.1', port: fleet.proxy.port, secrets: [] }, perSecond });
  load.start(viewer);
  const replaced: Replacement[] = [];
  for (let count = 0; count < replacements; count += 1) replaced.push(await fleet.replaceOldest());
  const samples = await load.stop();

  expect(replaced.map(({ code }) => code)).toEqual(replaced.map(() => 0));
  expect(samples.map(({ outcome }) => outcome).filter(({ verdict }) => verdict !== 'ok')).toEqual([]);
  // Enough was asked for this to say anything.
  expect(samples.length).toBeGreaterThan(500);
}, 120_000);
