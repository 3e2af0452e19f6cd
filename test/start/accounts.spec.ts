import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findPostmaster } from '../../src/scripts/postgres/postmaster.js';
import type { Answer } from '../support/api.js';
import { Entry } from '../support/entry.js';

const account = { email: 'viewer@example.com', password: 'seventeen quiet owls at noon' };
const running: Entry[] = [];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchme-start-'));
  // Where root starts it, another user has to get in.
  chmodSync(folder, 0o755);
});

afterEach(() => {
  for (const entry of running.splice(0)) entry.kill();
});

afterAll(async () => {
  await killPostgres();
  rmSync(folder, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}): Entry {
  const entry = Entry.node([resolve('dist/scripts/start.js')], { PORT: '0', ...env }, folder);
  running.push(entry);
  return entry;
}

const answers = (entry: Entry): Promise<string> => entry.says(/answers at (http\S+)/);

async function ask(url: string, query: string, variables?: object): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

const typeOf = async (url: string, mutation: 'login' | 'register'): Promise<string | undefined> => {
  const type = mutation === 'login' ? 'LoginInput' : 'RegisterInput';
  const query = `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { __typename } }`;
  const answer = await ask(url, query, { input: account });
  return answer.data?.result?.__typename ?? JSON.stringify(answer);
};

async function stop(entry: Entry): Promise<void> {
  entry.signal('SIGTERM');
  expect(await entry.ended()).toBe(0);
}

async function killApp(entry: Entry): Promise<void> {
  entry.kill();
  await entry.ended();
}

const postmaster = () => findPostmaster(join(folder, '.watchme/postgres/data'));

async function killPostgres(): Promise<void> {
  const server = postmaster();
  if (server === null) return;
  process.kill(server.pid, 'SIGKILL');
  while (postmaster() !== null) await new Promise((later) => setTimeout(later, 5));
}

test('accounts outlive a stop, a killed app, and a killed app with its PostgreSQL', async () => {
  let entry = start();
  expect(await typeOf(await answers(entry), 'register')).toBe('AuthSuccess');
  const secret = join(folder, '.watchme/jwt-secret');
  expect(statSync(secret).mode & 0o777).toBe(0o600);
  const key = readFileSync(secret, 'utf8');
  await stop(entry);
  expect(postmaster()).toBeNull();

  entry = start();
  expect(await typeOf(await answers(entry), 'login')).toBe('AuthSuccess');
  const survivor = postmaster()?.pid;
  await killApp(entry);
  expect([postmaster()?.pid, survivor]).toEqual([survivor, expect.any(Number)]);

  entry = start();
  expect(await typeOf(await answers(entry), 'login')).toBe('AuthSuccess');
  expect(postmaster()?.pid).toBe(survivor);
  await Promise.all([killApp(entry), killPostgres()]);

  entry = start();
  expect(await typeOf(await answers(entry), 'login')).toBe('AuthSuccess');
  await stop(entry);
  expect([postmaster(), readFileSync(secret, 'utf8')]).toEqual([null, key]);
}, 60_000);

test('two at once share a PostgreSQL, which the last one ends', async () => {
  const [first, second] = [start(), start()];
  await Promise.all([answers(first), answers(second)]);
  await stop(first);
  expect(postmaster()).not.toBeNull();
  await stop(second);
  expect(postmaster()).toBeNull();
}, 60_000);

test('films answer where PostgreSQL does not, and the start says what to do', async () => {
  const entry = start({ DATABASE_URL: 'postgres://127.0.0.1:1/none' });
  const url = await answers(entry);
  expect(entry.text).toMatch(/accounts out of service .*DATABASE_URL/);
  const { data } = await ask(url, '{ movies(first: 3) { nodes { title } } }');
  expect(data.movies.nodes).toHaveLength(3);
  await stop(entry);
}, 60_000);
