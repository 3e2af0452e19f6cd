import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { askPostgres } from '../../support/ask-postgres.js';
import { Entry } from '../../support/entry.js';
import { createDatabase, createEmptyDatabase, type TestDatabase } from '../../support/postgres.js';
import { onRedisAt } from '../../support/redis-client.js';
import { describeWithRedisServer } from '../../support/redis-server.js';

let standIn: StandIn;
let database: TestDatabase;
beforeAll(async () => {
  [standIn, database] = await Promise.all([startStandIn({ token: 'good' }), createDatabase()]);
});
beforeEach(() => standIn.reset());
afterAll(async () => {
  await standIn.close();
  await database.drop();
});

interface Told {
  readonly code: number | string;
  readonly text: string;
}

/** What doctor says of a machine that is well, but for what is given. */
async function ask(env: Readonly<Record<string, string>> = {}, flags: readonly string[] = []): Promise<Told> {
  const entry = Entry.node(['dist/scripts/doctor.js', ...flags], { ...wellEnv(), ...env });
  return { code: await entry.ended(), text: entry.text };
}

function wellEnv(): Record<string, string> {
  return {
    TMDB_READ_TOKEN: 'good',
    TMDB_BASE_URL: standIn.apiUrl,
    DATABASE_URL: database.url,
    DATABASE_POOL_MAX: '2',
    JWT_SECRET: 'a-key-of-the-tests-alone-'.repeat(2),
  };
}

const [warned, failed] = [1, 2];

describe('the configuration', () => {
  test('names all that is wrong with its remedy and no value, and looks at the rest', async () => {
    const { code, text } = await ask({ PORT: 'hunter2', JWT_SECRET: 'hunter2' });
    expect(code).toBe(failed);
    expect(text).toMatch(/^fail {2}configuration: PORT is not a whole number\. Give a port from 0 to 65535/m);
    expect(text).toMatch(/^fail {2}configuration: JWT_SECRET is shorter than 32 bytes\. Make one with `openssl/m);
    expect(text).toMatch(/^ok {4}postgresql: /m);
    expect(text).not.toContain('hunter2');
  });

  test('leaves out what stands on a variable that is wrong', async () => {
    const { text } = await ask({ DATABASE_URL: 'mysql://x' });
    expect(text).toMatch(/^fail {2}configuration: DATABASE_URL /m);
    expect(text).not.toMatch(/^\w+ +postgresql: /m);
  });
});

describe('TMDb', () => {
  test('is well', async () => {
    expect((await ask()).text).toMatch(/^ok {4}tmdb: is reached and accepts the token, in \d+ ms$/m);
  });

  test.each<[string, () => Record<string, string>, RegExp]>([
    [
      'refuses the token',
      () => ({ TMDB_READ_TOKEN: 'bad' }),
      /does not accept the token \(401\)\. Copy the "API Read Access Token"/,
    ],
    [
      'is down',
      () => ({ TMDB_BASE_URL: 'http://127.0.0.1:2/3' }),
      /can not be reached \(ECONNREFUSED\)\. Nothing listens there/,
    ],
    [
      'has a name that is not known',
      () => ({ TMDB_BASE_URL: 'http://tmdb.invalid/3' }),
      /can not be reached \(E\w+\)\. The (name|DNS)/,
    ],
    [
      'is elsewhere',
      () => ({ TMDB_BASE_URL: standIn.apiUrl.replace(/\/3$/, '/4') }),
      /has nothing at this address \(404\)\. End TMDB_BASE_URL with \/3/,
    ],
    ['fails', () => fail503(), /answers 503\. See https:\/\/status/],
  ])('that %s gets a line with the remedy', async (_, arrange, line) => {
    const { code, text } = await ask(arrange());
    expect(text).toMatch(new RegExp(`^fail {2}tmdb: ${line.source}`, 'm'));
    expect(code).toBe(failed);
  });

  test.each([
    ['minutes', 300_000, 'fail', failed],
    ['seconds', 10_000, 'warn', warned],
  ])('whose clock is %s off gets a line', async (_, byMs, level, code) => {
    const server = await clockServer(byMs);
    const told = await ask({ TMDB_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/3` });
    server.close();
    expect(told.text).toMatch(new RegExp(`^${level} {2}tmdb: its clock differs .+ Set the clocks of both by NTP`, 'm'));
    expect(told.code).toBe(code);
  });

  test('whose answer a cache held for an hour has a clock all the same', async () => {
    const server = await clockServer(-3_600_000, 3600);
    const told = await ask({ TMDB_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/3` });
    server.close();
    expect(told.text).toMatch(/^ok {4}tmdb: /m);
    expect(told.text).not.toContain('clock');
  });

  test('is asked each path by --tmdb, and every body judged by the shapes of the client', async () => {
    const { code, text } = await ask({}, ['--tmdb']);
    expect(text).toMatch(/^ok {4}tmdb bodies: 30 paths answer what the client expects$/m);
    expect(text).not.toMatch(/^fail/m);
    expect(code).toBe(warned);
    const families = new Set(standIn.calls.map(({ path }) => path.replace(/\d+/, '{id}')));
    expect(families.size).toBeGreaterThan(25);
  });

  test('that has changed a shape is told by --tmdb', async () => {
    standIn.rewrite(/^\/genre/, () => ({ genres: 'none' }));
    const { code, text } = await ask({}, ['--tmdb']);
    expect(text).toMatch(/^fail {2}tmdb bodies: movieGenres: bad-body .*Compare what TMDb sends with its shape/m);
    expect(code).toBe(failed);
  });
});

function fail503(): Record<string, string> {
  standIn.fault('*', { kind: 'status', status: 503 });
  return {};
}

/** Answers as TMDb would whose clock is off. */
async function clockServer(byMs: number, ageSeconds = 0): Promise<Server> {
  const server = createServer((_, response) => {
    response.sendDate = false;
    response.writeHead(200, { date: new Date(Date.now() + byMs).toUTCString(), age: String(ageSeconds) }).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('PostgreSQL', () => {
  test('is well', async () => {
    expect((await ask()).text).toMatch(/^ok {4}postgresql: 18\.\d+ is reached, unencrypted$/m);
  });

  test.each<[string, (url: URL) => void, RegExp]>([
    ['is down', (url) => (url.port = '1'), /can not be used \(ECONNREFUSED\)\. Nothing listens there/],
    [
      'refuses the password',
      (url) => (url.password = 'hunter2'),
      /can not be used \(28P01\)\. See the user and password/,
    ],
    ['has no such database', (url) => (url.pathname = '/nowhere'), /can not be used \(3D000\)\. Make the database/],
    [
      'has an authority whose file is not there',
      (url) => (url.search = '?sslmode=verify-full&sslrootcert=/nowhere.pem'),
      /can not be used \(ENOENT\)\. See the path of sslrootcert/,
    ],
    [
      'has no TLS',
      (url) => (url.search = '?sslmode=require'),
      /can not be used \(.+ SSL connections\)\. It has no TLS/,
    ],
  ])('that %s gets a line with the remedy', async (_, change, line) => {
    const url = new URL(database.url);
    change(url);
    const { code, text } = await ask({ DATABASE_URL: url.href });
    expect(text).toMatch(new RegExp(`^fail {2}postgresql: ${line.source}`, 'm'));
    expect(text).not.toContain('hunter2');
    expect(code).toBe(failed);
  });

  test('without its tables is told to be migrated', async () => {
    const empty = await createEmptyDatabase();
    const { code, text } = await ask({ DATABASE_URL: empty.url });
    expect(await askPostgres(empty.url, "select 1 from pg_tables where schemaname = 'public'")).toEqual([]);
    await empty.drop();
    expect(text).toMatch(/^fail {2}postgresql: lacks \d+ migrations\. Run dist\/scripts\/migrate\.js/m);
    expect(code).toBe(failed);
  });

  test('that takes fewer connections than may be opened gets a warning', async () => {
    const { text } = await ask({ DATABASE_POOL_MAX: '100', MAX_TASKS: '32' });
    expect(text).toMatch(/^warn {2}postgresql: takes \d+ connections, .+ may open 3200\. Lower DATABASE_POOL_MAX/m);
  });
});

describe('Redis that is not used', () => {
  test('is told', async () => {
    const { code, text } = await ask();
    expect(text).toMatch(/^warn {2}redis: is not used: each process has a cache of its own/m);
    expect(code).toBe(warned);
  });
});

describeWithRedisServer('Redis', (redis) => {
  async function set(name: string, value: string): Promise<void> {
    await onRedisAt(redis().url, (client) => client.configSet(name, value));
  }

  test('is well, and so is all', async () => {
    await set('maxmemory', '100mb');
    await set('maxmemory-policy', 'allkeys-lru');
    const { code, text } = await ask({ REDIS_URL: redis().url });
    expect(text).toMatch(/^ok {4}redis: \d+\.\d+\.\d+ is reached, unencrypted, in \d/m);
    expect(text).toMatch(/^ok {4}configuration: every variable can be used$/m);
    expect([code, text]).toEqual([0, expect.not.stringMatching(/^(warn|fail)/m)]);
  });

  test.each([
    ['maxmemory-policy', 'noeviction', /keeps the old rather than the new .+ Set maxmemory-policy to allkeys-lru/],
    ['maxmemory', '0', /has no bound of its memory\. Set maxmemory/],
  ])('with %s %s gets a warning', async (name, value, line) => {
    await set(name, value);
    const { text } = await ask({ REDIS_URL: redis().url });
    expect(text).toMatch(new RegExp(`^warn {2}redis: ${line.source}`, 'm'));
  });

  test('that refuses the password gets a line with the remedy', async () => {
    const { code, text } = await ask({ REDIS_URL: redis().url.replace('//', '//:hunter2@') });
    expect(text).toMatch(/^fail {2}redis: can not be used .+ See the user and password in REDIS_URL/m);
    expect(text).not.toContain('hunter2');
    expect(code).toBe(failed);
  });

  test('that is down gets a line with the remedy', async () => {
    const { code, text } = await ask({ REDIS_URL: 'redis://127.0.0.1:1' });
    expect(text).toMatch(/^fail {2}redis: can not be used .+ Nothing listens there/m);
    expect(code).toBe(failed);
  });
});

describe('the machine', () => {
  test.each([
    [300, 'fail', failed],
    [2000, 'warn', warned],
  ])('that lets a process open %i files gets a line with the remedy', async (files, level, code) => {
    const command = `ulimit -n ${files}; exec "$0" dist/scripts/doctor.js`;
    const entry = Entry.run('sh', ['-c', command, process.execPath], wellEnv());
    expect(await entry.ended()).toBe(code);
    expect(entry.text).toMatch(new RegExp(`^${level} {2}machine: a process may open ${files} files\\. Raise it`, 'm'));
  });

  test('with less memory than the caches may take gets a line with the remedy', async () => {
    const { code, text } = await ask({ CACHE_MEMORY_MB: '16384', FRONT_MEMORY_MB: '16384' });
    expect(text).toMatch(/^fail {2}machine: there are \d+ MB .+ Lower CACHE_MEMORY_MB/m);
    expect(code).toBe(failed);
  });
});

describe('its form', () => {
  test('is one document with --json', async () => {
    const { code, text } = await ask({}, ['--json']);
    const { worst, findings } = JSON.parse(text) as { worst: string; findings: { part: string; level: string }[] };
    expect([code, worst]).toEqual([warned, 'warn']);
    expect(new Set(findings.map(({ part }) => part))).toEqual(
      new Set(['configuration', 'tmdb', 'redis', 'postgresql', 'machine']),
    );
  });

  test('refuses what it does not know', async () => {
    expect(await ask({}, ['--all'])).toEqual({ code: 3, text: expect.stringMatching(/--all.*\nUsage: doctor/s) });
  });
});
