import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { Entry } from '../support/entry.js';
import { freePort } from '../support/free-port.js';
import { PostgresServer } from '../support/postgres.js';
import { type Acknowledged, Load } from './load.js';

const crashesOfPostgres = 10;
const killsOfTheApp = 5;
const betweenMs = 700;
const workers = 4;

let postgres: PostgresServer;
let standIn: StandIn;
let port: number;
let app: Entry;

beforeAll(async () => {
  [postgres, standIn, port] = await Promise.all([PostgresServer.start(), startStandIn(), freePort()]);
  app = await startApp();
}, 60_000);

afterAll(async () => {
  app.kill();
  await postgres.stop();
  await standIn.close();
});

test('every acknowledged registration and change is there after crashes of PostgreSQL and kills of the app', async () => {
  const load = new Load(`http://127.0.0.1:${port}/graphql`);
  const running = Array.from({ length: workers }, (_, index) => load.run(index));
  for (let fault = 0; fault < crashesOfPostgres + killsOfTheApp; fault += 1) {
    await delay(betweenMs);
    if (fault % 3 === 2) await killApp();
    else await crashPostgres();
  }
  await delay(betweenMs);
  load.stop();
  await Promise.all(running);

  const { accounts, changes, unacknowledged } = load.counts;
  const missing = await missingOf(load.acknowledged, load);
  process.stderr.write(
    `After ${crashesOfPostgres} crashes of PostgreSQL and ${killsOfTheApp} kills of the app: ` +
      `${accounts} registrations and ${changes} changes were acknowledged, ${missing.length} of them are missing; ` +
      `${unacknowledged} requests were not acknowledged.\n`,
  );
  expect(missing).toEqual([]);
  // Enough was asked, and enough went wrong, for this to say anything.
  expect(accounts).toBeGreaterThan(20);
  expect(changes).toBeGreaterThan(100);
  expect(unacknowledged).toBeGreaterThan(crashesOfPostgres);
}, 180_000);

async function missingOf(acknowledged: readonly Acknowledged[], load: Load): Promise<string[]> {
  const missing: string[] = [];
  for (const account of acknowledged) missing.push(...(await load.missingOf(account)));
  return missing;
}

async function crashPostgres(): Promise<void> {
  await postgres.crash();
  await delay(100);
  await postgres.restart();
}

async function killApp(): Promise<void> {
  app.kill();
  await app.ended();
  app = await startApp();
}

async function startApp(): Promise<Entry> {
  const entry = Entry.node(['dist/main.js'], {
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'silent',
    TMDB_READ_TOKEN: 'test-token',
    TMDB_BASE_URL: standIn.apiUrl,
    DATABASE_URL: postgres.url,
    JWT_SECRET: 'durability'.repeat(4),
    REGISTRATIONS_PER_HOUR: '100000',
    // What hashing costs is not looked at here.
    ARGON2_MEMORY_KIB: '8192',
    ARGON2_TIME_COST: '1',
  });
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (ready?.ok === true) return entry;
    await delay(50);
  }
}
