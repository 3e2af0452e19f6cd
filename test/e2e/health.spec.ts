import { startStandIn } from '#demo/stand-in.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../../src/app.js';
import { loadConfig } from '../../src/config/load-config.js';
import { Lifecycle } from '../../src/platform/process/lifecycle.js';
import { type Api, startApi } from '../support/api.js';

async function lookAt(url: string | URL) {
  const response = await fetch(url);
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    caching: response.headers.get('cache-control'),
    body: await response.json(),
  };
}

const json = { type: 'application/json; charset=utf-8', caching: 'no-store' };

describe('a running server', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  test.each([
    ['live', {}],
    ['ready', { degraded: [] }],
  ])('is %s', async (status, more) => {
    const body = { status, ...more };
    expect(await lookAt(new URL(`/health/${status}`, api.url))).toEqual({ ...json, status: 200, body });
  });

  test.each(['live', 'ready'])('stays %s while TMDb is away, and asks nothing of it', async (status) => {
    api.standIn.fault('*', { kind: 'hang' });
    expect(await lookAt(new URL(`/health/${status}`, api.url))).toMatchObject({ status: 200 });
    expect(api.takeCalls()).toEqual([]);
    api.standIn.reset();
  });

  test('asks TMDb nothing at its start', async () => {
    const standIn = await startStandIn();
    const fresh = await startApi({}, standIn);
    expect(await lookAt(new URL('/health/ready', fresh.url))).toMatchObject({ status: 200 });
    expect(standIn.calls).toEqual([]);
    await fresh.close();
    await standIn.close();
  });
});

describe('a server that drains', () => {
  let app: NestExpressApplication;
  beforeAll(async () => {
    app = await createApp(
      loadConfig({
        TMDB_READ_TOKEN: 'test-token',
        DATABASE_URL: 'postgres://127.0.0.1:1/none',
        JWT_SECRET: 'x'.repeat(32),
        LOG_LEVEL: 'silent',
      }),
    );
    await app.listen(0, '127.0.0.1');
    app.get(Lifecycle).drain();
  });
  afterAll(() => app.close());

  test('is not ready, so that no more requests are sent to it', async () => {
    const url = `${await app.getUrl()}/health/ready`;
    expect(await lookAt(url)).toEqual({ ...json, status: 503, body: { status: 'draining', degraded: [] } });
  });

  test('is live, so that nobody kills it', async () => {
    expect(await lookAt(`${await app.getUrl()}/health/live`)).toMatchObject({ status: 200 });
  });
});

test('a server is not ready before it has booted', () => {
  expect(new Lifecycle().phase).toBe('booting');
});
