import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startStandIn } from '../dist/demo/stand-in.js';
import { migrateDatabase } from '../dist/migrations/migrate-database.js';
import { startPostgres } from '../dist/scripts/postgres/start-postgres.js';

/**
 * The app as it runs in production (`dist/main.js`, in a process of its own) on the demo catalogue and an empty
 * PostgreSQL, all on 127.0.0.1. `env` adds to its settings. `stop` ends all of it.
 */
export async function startServer(env = {}) {
  const dependencies = await startDependencies();
  const port = await freePort();
  const app = spawn(process.execPath, ['dist/main.js'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...settingsOf(dependencies, port), ...env },
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    app.kill('SIGTERM');
    if (app.exitCode === null) await once(app, 'exit');
    await dependencies.stop();
  };
  await untilReady(url);
  return { url: `${url}/graphql`, stop };
}

/** What the app needs: a stand-in for TMDb in this process, and a PostgreSQL with all tables. */
export async function startDependencies() {
  const folder = mkdtempSync(join(tmpdir(), 'watchme-bench-'));
  // The database's user has to get in.
  chmodSync(folder, 0o711);
  const postgres = await startPostgres({ folder });
  const limits = { poolMax: 2, connectTimeoutMs: 5000, statementTimeoutMs: 20_000, idleTransactionTimeoutMs: 20_000 };
  await migrateDatabase({ url: postgres.url, ...limits }, { giveUpAfterMs: 20_000 });
  const standIn = await startStandIn();
  const stop = async () => {
    await standIn.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { postgres, standIn, stop };
}

/** The environment of an app that listens on this port. */
export function settingsOf({ postgres, standIn }, port) {
  return {
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'warn',
    TMDB_READ_TOKEN: 'demo',
    TMDB_BASE_URL: standIn.apiUrl,
    TMDB_IMAGE_BASE_URL: standIn.imageUrl,
    DATABASE_URL: postgres.url,
    JWT_SECRET: randomBytes(32).toString('hex'),
    // Each request may so come from a client of its own, whose guesses are its own.
    TRUSTED_PROXIES: '1',
  };
}

/** A port of 127.0.0.1 that nobody listens on. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves once it takes requests. @throws where it does not within 20 seconds. */
export async function untilReady(url) {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error('The app is not ready after 20 seconds.');
}
