import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type StandIn, startStandIn } from '#demo/stand-in.js';
import { goodPassword, signUp } from '../support/accounts.js';
import { type Api, apiAt } from '../support/api.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { RealApp } from '../support/real-app.js';
import { TraceReceiver } from './trace-receiver.js';

jest.setTimeout(60_000);

const flags = ['--import', './dist/scripts/tracing.js'];
const film = 'query FilmPage { movie(tmdbId: 1000000001) { title } }';

/** Tells of each module of OpenTelemetry's SDK, and of what it patches with, that the process loads. */
const watcher = `import { registerHooks } from 'node:module';
registerHooks({ load: (url, context, next) => {
  if (/@opentelemetry.(sdk|exporter|instrumentation)/.test(url)) console.error('loaded', url);
  return next(url, context);
} });`;
const watching = ['--import', `data:text/javascript,${encodeURIComponent(watcher)}`];
const loaded = /^loaded .*@opentelemetry/m;

let standIn: StandIn;
let database: TestDatabase;
let receiver: TraceReceiver;
let app: RealApp;
beforeEach(async () => {
  [standIn, database, receiver] = await Promise.all([startStandIn(), createDatabase(), TraceReceiver.start()]);
});
afterEach(async () => {
  app.entry.kill();
  receiver.close();
  await standIn.close();
  await database.drop();
});

async function start(env: Readonly<Record<string, string>>): Promise<Api> {
  const own = { DATABASE_URL: database.url, DRAIN_SECONDS: '0', LOG_LEVEL: 'info', ...env };
  app = await RealApp.start({ standIn, flags: [...watching, ...flags], env: own });
  const api = apiAt(app.url, standIn);
  await untilItKeepsUp(api);
  return api;
}

/** Just started on a busy machine it is late, and refuses what it does not know. */
async function untilItKeepsUp(api: Api): Promise<void> {
  for (let attempt = 1; attempt <= 1000; attempt += 1) {
    const { data } = await api.ask(`query Start${attempt} { __typename }`);
    if (data?.['__typename'] === 'Query') return;
  }
}

/** Asks in a trace of its own until it is not refused, as by a busy machine, and gives the trace's id. */
async function askTraced(api: Api): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const traceId = String(attempt).padStart(32, 'a');
    const { data } = await api.ask(film, {}, { traceparent: `00-${traceId}-${'b'.repeat(16)}-01` });
    if (data?.['movie'] !== undefined || attempt === 100) {
      expect(data).toEqual({ movie: { title: expect.any(String) } });
      return traceId;
    }
  }
}

/** Spans are sent some seconds after they ended, and at the end of the process. */
async function end(): Promise<void> {
  app.entry.signal('SIGTERM');
  expect(await app.entry.ended()).toBe(0);
}

describe('with a receiver', () => {
  let api: Api;
  beforeEach(async () => {
    api = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_SERVICE_NAME: 'films-of-the-tests' });
  });

  test('a request is one trace: operation, cache, call to TMDb, and the line in the log', async () => {
    const traceId = await askTraced(api);
    await end();
    const ours = receiver.spans.filter((span) => span.traceId === traceId);
    const names = ours.filter(({ scope }) => scope === 'watchme').map(({ name }) => name);
    expect(names.toSorted()).toEqual(['cache read', 'operation', 'upstream call']);
    const http = ours.filter(({ scope }) => scope === '@opentelemetry/instrumentation-http');
    expect(http.map(({ name }) => name).toSorted()).toEqual(['GET', 'POST']);
    const operation = ours.find(({ name }) => name === 'operation');
    expect(operation?.attributes).toContainEqual({ key: 'graphql.operation.name', value: { stringValue: 'FilmPage' } });
    const line = app.entry.text.split('\n').find((text) => text.includes(traceId)) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({ trace_id: traceId, operationName: 'FilmPage' });
    const services = receiver.resources.flat().filter(({ key }) => key === 'service.name');
    expect(new Set(services.map(({ value }) => value['stringValue']))).toEqual(new Set(['films-of-the-tests']));
  });

  test('statements of PostgreSQL are in the trace of the operation they are for', async () => {
    await signUp(api);
    await end();
    expect(app.entry.text).toMatch(loaded);
    const operations = receiver.spans.filter(({ name }) => name === 'operation').map(({ traceId }) => traceId);
    const statements = receiver.spans.filter(({ scope }) => scope === '@opentelemetry/instrumentation-pg');
    expect(statements).not.toEqual([]);
    for (const { traceId } of statements) expect(operations).toContain(traceId);
  });

  test('no span tells what people wrote, a token or a key', async () => {
    const viewer = await signUp(api);
    await viewer.ask('query Search($query: String!) { searchMovies(query: $query) { nodes { title } } }', {
      query: 'shameful',
    });
    const url = new URL(api.url);
    url.searchParams.set('query', '{ searchMovies(query: "shameful") { nodes { title } } }');
    await fetch(url, { headers: { 'apollo-require-preflight': '1', ...viewer.headers } });
    await end();
    expect(receiver.spans.length).toBeGreaterThan(10);
    for (const secret of [
      viewer.email,
      goodPassword,
      viewer.accessToken,
      viewer.refreshToken,
      'shameful',
      'test-token',
      'searchMovies(',
    ]) {
      expect([secret, receiver.text.includes(secret)]).toEqual([secret, false]);
    }
  });

  test('TMDb, which is not ours, is told of no trace', async () => {
    await askTraced(api);
    await end();
    const headers = standIn.calls.flatMap((call) => Object.keys(call.headers));
    expect(headers).not.toContain('traceparent');
    expect(standIn.calls.length).toBeGreaterThan(0);
  });
});

test('whoever calls decides what is sampled, unless a variable does', async () => {
  const api = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_TRACES_SAMPLER: 'always_off' });
  await askTraced(api);
  await end();
  expect(receiver.spans).toEqual([]);
});

test('without a receiver nothing is loaded, and nothing sent', async () => {
  const api = await start({});
  await askTraced(api);
  await end();
  expect(receiver.spans).toEqual([]);
  expect(app.entry.text).not.toContain('trace_id');
  expect(app.entry.text).not.toMatch(loaded);
});
