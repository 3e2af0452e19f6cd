import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { newEmail } from '../support/accounts.js';
import { type Api, startApi } from '../support/api.js';
import { PostgresServer } from '../support/postgres.js';
import { describeWithRedisServer } from '../support/redis-server.js';

const viewer = `mutation { login(input: { email: "${newEmail()}", password: "seventeen quiet owls" }) { __typename } }`;

interface Seen {
  readonly status: number;
  readonly body: unknown;
}

async function readinessOf(api: Api): Promise<Seen> {
  const response = await fetch(new URL('/health/ready', api.url));
  return { status: response.status, body: await response.json() };
}

function isDegraded({ body }: Seen): boolean {
  return (body as { degraded: object[] }).degraded.length > 0;
}

function readyBut(...degraded: object[]): Seen {
  return { status: 200, body: { status: 'ready', degraded } };
}

describe('a server without TMDb', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  test('tells that its token is refused', async () => {
    api.standIn.fault('*', { kind: 'status', status: 401 });
    await api.ask('{ movie(tmdbId: 1000000001) { title } }');
    expect(await readinessOf(api)).toEqual(readyBut({ part: 'TMDB', reason: 'unauthorized' }));
  });
});

describe('a server whose TMDb fails', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  test('tells that its circuit is open', async () => {
    api.standIn.fault('*', { kind: 'status', status: 500 });
    for (let id = 1; id <= 30; id += 1) await api.ask(`{ movie(tmdbId: ${1_000_000_000 + id}) { title } }`);
    expect(await readinessOf(api)).toEqual(readyBut({ part: 'TMDB', reason: 'circuit-open' }));
  });
});

describeWithRedisServer('a server whose Redis is gone', (redis) => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi({ REDIS_URL: redis().url });
  });
  afterAll(() => api.close());

  test('tells so once it has noticed, and no longer once it is back', async () => {
    expect(await readinessOf(api)).toEqual(readyBut());
    await redis().kill();
    await api.ask('{ movie(tmdbId: 1000000001) { title } }');
    expect(await readinessOf(api)).toEqual(readyBut({ part: 'REDIS', reason: 'away' }));
    await redis().restart();
    // It looks for it behind the askers' backs, a second after it was lost.
    while (isDegraded(await readinessOf(api))) await delay(50);
  });
});

describe('a server whose PostgreSQL is gone', () => {
  let postgres: PostgresServer;
  let api: Api;
  beforeAll(async () => {
    postgres = await PostgresServer.start();
    api = await startApi({ DATABASE_URL: postgres.url });
  }, 60_000);
  afterAll(async () => {
    await api.close();
    await postgres.stop();
  });

  test('tells so once it has noticed', async () => {
    await api.ask(viewer);
    expect(await readinessOf(api)).toEqual(readyBut());
    await postgres.crash();
    await api.ask(viewer);
    expect(await readinessOf(api)).toEqual(readyBut({ part: 'POSTGRESQL', reason: 'away' }));
  });
});
