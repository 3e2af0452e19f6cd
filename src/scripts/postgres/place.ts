import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyBinaries, findBinaries, type Binaries, linkLibraries } from './binaries.js';
import { PostgresStartError } from './postgres.errors.js';
import { canReach, serverUser, type ServerUser } from './server-user.js';

/** Where a server has its files, and whose they are. */
export interface Place {
  /**
   * Holds the data, the password, the log and the locks. It is ours: the server's user, where that is another, owns the
   * data alone, and can put nothing in the way of what we open by name.
   */
  readonly home: string;
  /** The data directory, once there is one. */
  readonly data: string;
  /** With `bin`, `lib` and `share`. */
  readonly binaries: string;
  readonly user: ServerUser;
  /** Whether the files are not in the folder that was asked for, since the user may not enter it. */
  readonly isElsewhere: boolean;
}

/** Kept over restarts of the machine, unlike /tmp. */
const elsewhere = '/var/tmp';

/**
 * Makes the folder of a server inside another, which is made too; elsewhere if the user that PostgreSQL runs as may not
 * enter that one, as under `/root`.
 *
 * @throws PostgresStartError where there are no binaries, or somebody else has the place.
 */
export function makePlace(folder: string): Place {
  const found = findBinaries();
  mkdirSync(folder, { recursive: true });
  const real = realpathSync(folder);
  const here = join(real, 'postgres');
  const user = serverUser(join(here, 'data'));
  const isElsewhere = user.isOther && !canReach(dirname(real), user);
  // Others may pass through to what is theirs; the files beside it are closed one by one.
  if (user.isOther && !isElsewhere) chmodSync(real, 0o711);
  const home = isElsewhere ? ownedElsewhere(dirname(real), user) : owned(here, user);
  return { home, data: join(home, 'data'), binaries: usableBinaries(found, user), user, isElsewhere };
}

/** A folder of our own. Another's is never used: what is in it could be anything. */
function owned(path: string, { isOther }: ServerUser): string {
  // One that is there already is looked at like a new one: another may have made it this moment.
  mkdirUnlessThere(path);
  const found = lstatSync(path);
  if (!found.isDirectory() || found.uid !== (process.getuid?.() ?? 0)) {
    throw new PostgresStartError(`${path} belongs to somebody else.`, {
      remedy: 'Start as that user, move it away, or set DATABASE_URL to a PostgreSQL of yours.',
    });
  }
  const mode = isOther ? 0o711 : 0o700;
  if ((found.mode & 0o777) !== mode) chmodSync(path, mode);
  return path;
}

function mkdirUnlessThere(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function ownedElsewhere(path: string, user: ServerUser): string {
  const name = createHash('sha256').update(path).digest('hex').slice(0, 12);
  return owned(join(elsewhere, `watchme-${name}`), user);
}

/** Those of npm, or a copy where the user can not reach them or their links can not be made. */
function usableBinaries({ folder, version }: Binaries, user: ServerUser): string {
  if ((!user.isOther || canReach(join(folder, 'bin', 'postgres'), user)) && linkLibraries(folder)) return folder;
  const checkout = join(realpathSync(folder), '../../../..');
  const copy = join(ownedElsewhere(checkout, user), `binaries-${version}`, 'native');
  if (!existsSync(copy)) copyBinaries(folder, dirname(copy));
  return copy;
}
