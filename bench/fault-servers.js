import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { migrateDatabase } from '../dist/migrations/migrate-database.js';
import { startPostgres } from '../dist/scripts/postgres/start-postgres.js';
import { freePort } from './server.js';

/** A redis-server that keeps nothing on disk; `restart` leaves it empty. @throws where there is none on this machine. */
export async function startRedisServer() {
  const port = await freePort();
  let child = await launch(port);
  const end = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  const restart = async () => {
    await end();
    child = await launch(port);
  };
  return { url: `redis://127.0.0.1:${port}`, restart, stop: end };
}

/** A PostgreSQL with all tables; `restart` keeps what it holds. */
export async function startPostgresServer() {
  const folder = mkdtempSync(join(tmpdir(), 'watchme-bench-'));
  // The database's user has to get in.
  chmodSync(folder, 0o711);
  let running = await startPostgres({ folder });
  const { url } = running;
  const limits = { poolMax: 2, connectTimeoutMs: 5000, statementTimeoutMs: 20_000, idleTransactionTimeoutMs: 20_000 };
  await migrateDatabase({ url, ...limits }, { giveUpAfterMs: 20_000 });
  const restart = async () => {
    await running.stop();
    running = await startPostgres({ folder, port: Number(new URL(url).port) });
  };
  const stop = async () => {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, restart, stop };
}

async function launch(port) {
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', flags, { stdio: 'ignore', cwd: tmpdir() });
  // Whoever interrupts the run leaves none behind.
  process.once('exit', () => child.kill('SIGKILL'));
  await Promise.race([once(child, 'spawn'), once(child, 'error').then(([error]) => Promise.reject(error))]);
  while (!(await isThere(port))) {
    if (child.exitCode !== null) throw new Error('redis-server does not start.');
    await delay(10);
  }
  return child;
}

function isThere(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
  });
}
