import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import { loadConfig } from './config/load-config.js';
import { type Served, serve } from './serve.js';

let served: Served;
beforeAll(async () => {
  served = await serve(
    loadConfig({
      TMDB_READ_TOKEN: 'test-token',
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
      JWT_SECRET: 'x'.repeat(32),
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'silent',
    }),
  );
});
afterAll(() => served.close());

/** The server that answers, as Node itself sees it. */
async function serverOf(url: string): Promise<Server> {
  let server: Server | undefined;
  const note = (message: unknown): void => void ({ server } = message as { server: Server });
  subscribe('http.server.request.start', note);
  await (await fetch(new URL('/health/live', url))).text();
  unsubscribe('http.server.request.start', note);
  if (server === undefined) throw new Error('No request came.');
  return server;
}

test('slow clients are cut off in seconds, and idle connections outlive those of a load balancer', async () => {
  expect(await serverOf(served.url)).toMatchObject({
    headersTimeout: 10_000,
    requestTimeout: 20_000,
    keepAliveTimeout: 75_000,
    connectionsCheckingInterval: 1000,
  });
});

test('closing twice is closing once', async () => {
  expect(served.close()).toBe(served.close());
  await served.close();
  await expect(fetch(served.url)).rejects.toThrow('fetch failed');
});
