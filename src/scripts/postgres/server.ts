import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Place } from './place.js';
import { findPostmaster, isServerOf, type Postmaster, removeStalePidFile } from './postmaster.js';
import { PostgresStartError } from './postgres.errors.js';
import { spawnAs } from './server-user.js';

export interface ServerSettings {
  /** Any free one if it is left out. */
  readonly port?: number;
  /** Further settings, as postgresql.conf has them. */
  readonly settings?: Readonly<Record<string, string>>;
}

const pollEveryMs = 5;
/** Recovering from a crash takes a while. */
const startLimitMs = 60_000;
/** What each way of ending it may take; all of them together are less than those wait who end the app. */
const stopLimitsMs = { SIGINT: 4000, SIGQUIT: 1000, SIGKILL: 1000 };
/** What a server that was just killed holds is free again in a moment; a port that another took is chosen anew. */
const passing = /pre-existing shared memory block|lock file .* already exists|Address already in use/;
const retryEveryMs = 100;

/** The running server of a place that takes connections: the one that is there, or a new one. */
export async function ensureServer(place: Place, settings: ServerSettings = {}): Promise<Postmaster> {
  const giveUpAt = Date.now() + startLimitMs;
  for (;;) {
    if (findPostmaster(place.data) === null) await launch(place, settings, giveUpAt);
    const server = await untilReady(place, giveUpAt);
    if (server !== null) return server;
    const log = readLog(place);
    if (!passing.test(log) || Date.now() > giveUpAt) throw new PostgresStartError(`PostgreSQL does not start: ${log}.`);
    await delay(retryEveryMs);
  }
}

/**
 * Ends the server of a place, its connections too; what was committed is kept. None that runs is no error.
 *
 * @throws Error where it outlives every signal, with its number.
 */
export async function stopServer({ data }: Place): Promise<void> {
  // Fast shutdown, and without further ado where that does not end.
  for (const [signal, limitMs] of Object.entries(stopLimitsMs)) {
    const server = findPostmaster(data);
    if (server === null) return;
    endProcess(server.pid, signal);
    const giveUpAt = Date.now() + limitMs;
    while (isServerOf(server.pid, data) && Date.now() < giveUpAt) await delay(pollEveryMs);
  }
  const left = findPostmaster(data);
  if (left !== null) throw new Error(`PostgreSQL (process ${left.pid}) does not end. The next start uses it again.`);
}

/** It may have ended by itself meanwhile. */
function endProcess(pid: number, signal: string): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** In a process group of its own: Ctrl-C would else end it before the app has let go of it. */
async function launch(place: Place, { port, settings = {} }: ServerSettings, giveUpAt: number): Promise<void> {
  removeStalePidFile(place.data);
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port ?? (await freePort())),
    unix_socket_directories: '',
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile(place), 'w', 0o600);
  const server = spawn(join(place.binaries, 'bin', 'postgres'), ['-D', place.data, ...flags], {
    ...spawnAs(place.user),
    cwd: place.home,
    env: { LC_ALL: 'C' },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  await once(server, 'spawn');
  server.unref();
  // Its file is written a moment after it runs.
  while (server.exitCode === null && server.signalCode === null && findPostmaster(place.data) === null) {
    if (Date.now() > giveUpAt)
      throw new PostgresStartError(`PostgreSQL writes no pid file in ${startLimitMs / 1000} s.`);
    await delay(pollEveryMs);
  }
}

/** Null: it ended. */
async function untilReady({ data }: Place, giveUpAt: number): Promise<Postmaster | null> {
  for (;;) {
    const server = findPostmaster(data);
    if (server === null || server.isReady) return server;
    if (Date.now() > giveUpAt) throw new PostgresStartError(`PostgreSQL is not ready in ${startLimitMs / 1000} s.`);
    await delay(pollEveryMs);
  }
}

function logFile({ home }: Place): string {
  return join(home, 'postgres.log');
}

/** The last lines of its log, in one. */
function readLog(place: Place): string {
  return readFileSync(logFile(place), 'utf8').trim().split('\n').slice(-3).join(' ');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
