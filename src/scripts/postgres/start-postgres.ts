import { join } from 'node:path';
import { makeCluster, urlOf } from './cluster.js';
import { exclusively, FileLock } from './file-lock.js';
import { makePlace, type Place } from './place.js';
import { PostgresStartError } from './postgres.errors.js';
import { ensureServer, type ServerSettings, stopServer } from './server.js';

export interface LocalPostgres {
  /** Of an empty or a kept database, with a password. */
  readonly url: string;
  /** What the user should know of where the data are; null where they are in the folder asked for. */
  readonly note: string | null;
  /** Lets go of the server; the last of its users ends it. Once is enough. */
  stop(): Promise<void>;
}

export interface PostgresOptions extends ServerSettings {
  /** Where data and password are kept; made if need be. */
  readonly folder: string;
}

/** The longest that another start or stop takes. */
const turnLimitMs = 90_000;

/**
 * A real PostgreSQL on 127.0.0.1, for one folder the same for all who ask at the same time. One that outlived its app
 * is used again.
 *
 * @throws PostgresStartError saying why it can not be started, and the remedy.
 */
export async function startPostgres({ folder, ...settings }: PostgresOptions): Promise<LocalPostgres> {
  try {
    const place = makePlace(folder);
    return await exclusively(turnLockOf(place), turnLimitMs, () => start(place, settings));
  } catch (error) {
    if (error instanceof PostgresStartError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new PostgresStartError(`PostgreSQL does not start: ${reason.replace(/\.?$/, '.')}`, { cause: error });
  }
}

async function start(place: Place, settings: ServerSettings): Promise<LocalPostgres> {
  await makeCluster(place, { isDurable: settings.settings?.['fsync'] !== 'off' });
  const { port } = await ensureServer(place, settings);
  const users = new FileLock(join(place.home, 'users.lock'));
  if (!users.tryShared()) {
    users.close();
    throw new PostgresStartError(`Something holds ${join(place.home, 'users.lock')}.`);
  }
  let stopping: Promise<void> | undefined;
  return {
    url: urlOf(place, port),
    note: place.isElsewhere ? `in ${place.home}, since PostgreSQL can not run as root and may not enter here` : null,
    stop: () => (stopping ??= exclusively(turnLockOf(place), turnLimitMs, () => leave(place, users))),
  };
}

/** The lock of a user that died is free, and so nobody counts who is gone. */
async function leave(place: Place, users: FileLock): Promise<void> {
  users.release();
  try {
    if (users.tryExclusive()) await stopServer(place);
  } finally {
    users.close();
  }
}

/** Starts and stops take turns. */
function turnLockOf({ home }: Place): string {
  return join(home, 'turn.lock');
}
