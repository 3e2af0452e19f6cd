import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { signUp } from '../support/accounts.js';
import { type Api, apiAt } from '../support/api.js';
import { freePort } from '../support/free-port.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { RealApp } from '../support/real-app.js';
import { markdownRows } from '../docs/markdown-rows.js';
import { readMetrics, typesOf } from './prometheus-text.js';

let standIn: StandIn;
let database: TestDatabase;
let app: RealApp;
let api: Api;
let metricsPort: number;
beforeEach(async () => {
  [standIn, database, metricsPort] = await Promise.all([startStandIn(), createDatabase(), freePort()]);
  app = await RealApp.start({
    standIn,
    env: { DATABASE_URL: database.url, METRICS_PORT: String(metricsPort), METRICS_EMF: 'on', DRAIN_SECONDS: '0' },
  });
  api = apiAt(app.url, standIn);
});
afterEach(async () => {
  app.entry.kill();
  await standIn.close();
  await database.drop();
});

async function scrape(): Promise<string> {
  return (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
}

async function sample(series: string): Promise<number | undefined> {
  return readMetrics(await scrape()).get(series);
}

const home = 'query Home { movies(list: POPULAR, first: 2) { nodes { title } } }';

async function askTimes(query: string, times: number): Promise<void> {
  for (let asked = 0; asked < times; asked += 1) await api.ask(query);
}

describe('/metrics', () => {
  test('tells of operations by name and outcome, once a name was seen ten times', async () => {
    await askTimes(home, 12);
    const ofHome = 'watchme_operation_duration_seconds_count{operation="Home",outcome="ok"}';
    const ofOthers = 'watchme_operation_duration_seconds_count{operation="other",outcome="ok"}';
    expect([await sample(ofHome), await sample(ofOthers)]).toEqual([3, 9]);
  });

  test('tells what was held and what was made, and which keys the cache had', async () => {
    await askTimes(home, 5);
    const told = readMetrics(await scrape());
    const [hits = 0, made = 0] = ['hit', 'made'].map((kind) => told.get(`watchme_front_answers_total{kind="${kind}"}`));
    expect([hits + made, hits > 0, made > 0]).toEqual([5, true, true]);
    expect(told.get('watchme_cache_keys_total{kind="movie-list",outcome="misses"}')).toBe(1);
    expect(told.get('watchme_upstream_calls_total{outcome="ok"}')).toBe(1);
    // The first called TMDb.
    expect(told.get('watchme_warm_answer_duration_seconds_count')).toBe(4);
  });

  test('tells faults by code, ours apart from those of clients', async () => {
    standIn.fault('*', { kind: 'status', status: 401 });
    await api.ask('{ a: movie(tmdbId: 1000000001) { title } b: movie(tmdbId: 1000000001) { title } }');
    await api.ask('{ nothing }');
    const told = readMetrics(await scrape());
    expect(told.get('watchme_operation_errors_total{code="UPSTREAM_UNAVAILABLE"}')).toBe(1);
    expect(told.get('watchme_operation_errors_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
    expect(told.get('watchme_operations_failed_total')).toBe(1);
    expect(told.get('watchme_upstream_calls_total{outcome="unauthorized"}')).toBe(1);
    expect(told.get('watchme_part_away{part="TMDB"}')).toBe(1);
    const outcomes = [...told.keys()].filter((series) => series.startsWith('watchme_operation_duration_seconds_count'));
    expect(outcomes.toSorted()).toEqual([
      'watchme_operation_duration_seconds_count{operation="other",outcome="client_error"}',
      'watchme_operation_duration_seconds_count{operation="other",outcome="server_error"}',
    ]);
  });

  test('tells of sign-ins that failed, and of the pool', async () => {
    const { email } = await signUp(api);
    const input = { email, password: 'not what it is at all' };
    await api.ask('mutation ($input: LoginInput!) { login(input: $input) { __typename } }', { input });
    const told = readMetrics(await scrape());
    expect(told.get('watchme_failed_logins_total')).toBe(1);
    expect(told.get('watchme_database_pool{state="idle"}')).toBeGreaterThan(0);
    expect(told.get('watchme_hashing_queue')).toBe(0);
  });

  test('is bounded, however many names are invented', async () => {
    for (let index = 0; index < 300; index += 1) await api.ask(`query Invented${index} { __typename }`);
    const operations = [...readMetrics(await scrape()).keys()].filter((series) => series.includes('_count{operation='));
    expect(operations).toEqual(['watchme_operation_duration_seconds_count{operation="other",outcome="ok"}']);
  });

  test('has the metrics that docs/telemetry.md lists, of the types it says, and no others', async () => {
    const types = typesOf(await scrape());
    const own = [...types].filter(([name]) => name.startsWith('watchme_'));
    const rows = markdownRows(readFileSync('docs/telemetry.md', 'utf8')).filter(([name]) =>
      name?.startsWith('`watchme_'),
    );
    expect(rows.map(([name, type]) => [name?.replaceAll('`', ''), type])).toEqual(own);
    expect(types.get('nodejs_eventloop_lag_p99_seconds')).toBe('gauge');
  });

  test('is on its own port alone, and nothing else is there', async () => {
    expect((await fetch(app.at('/metrics'))).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${metricsPort}/graphql`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${metricsPort}/metrics`, { method: 'POST' })).status).toBe(405);
  });
});

test('without METRICS_PORT one port listens, and nothing is written without METRICS_EMF', async () => {
  const quiet = await RealApp.start({ standIn, env: { DATABASE_URL: database.url, DRAIN_SECONDS: '0' } });
  expect([listeningOf(quiet.entry.pid), listeningOf(app.entry.pid)]).toEqual([1, 2]);
  quiet.entry.signal('SIGTERM');
  expect(await quiet.entry.ended()).toBe(0);
  expect(quiet.entry.text).not.toContain('_aws');
});

describe('the line for CloudWatch', () => {
  test('has every figure that it announces, and what was counted since the last', async () => {
    await askTimes(home, 3);
    await api.ask('{ nothing }');
    app.entry.signal('SIGTERM');
    expect(await app.entry.ended()).toBe(0);
    const lines = app.entry.text.split('\n').filter((line) => line.includes('"_aws"'));
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0] ?? '') as Record<string, unknown> & {
      _aws: { CloudWatchMetrics: { Namespace: string; Dimensions: string[][]; Metrics: { Name: string }[] }[] };
    };
    const [directive] = line._aws.CloudWatchMetrics;
    expect([directive?.Namespace, directive?.Dimensions]).toEqual(['WatchMe', [['Environment']]]);
    const announced = directive?.Metrics.map(({ Name }) => Name) ?? [];
    expect(announced.filter((name) => typeof line[name] !== 'number')).toEqual([]);
    expect(line).toMatchObject({
      Environment: 'local',
      Operations: 4,
      FailedOperations: 0,
      // The first called TMDb, and the last was wrong.
      WarmOperations: 2,
      UpstreamCalls: 1,
      CacheMisses: 1,
      RedisAway: 0,
    });
    const rows = markdownRows(readFileSync('docs/telemetry.md', 'utf8'));
    const listed = new Set(rows.map(([name]) => name?.replaceAll('`', '')));
    expect(announced.filter((name) => !listed.has(name))).toEqual([]);
  });
});

/** How many sockets of a process listen. */
function listeningOf(pid: number): number {
  const links = readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`));
  const sockets = ['tcp', 'tcp6'].flatMap((kind) =>
    readFileSync(`/proc/net/${kind}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .flatMap(([, , , state, , , , , , inode]) => (state === '0A' ? [`socket:[${inode}]`] : [])),
  );
  const listening = new Set(sockets);
  return links.filter((link) => listening.has(link)).length;
}

/** Empty for a file that was closed meanwhile. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
