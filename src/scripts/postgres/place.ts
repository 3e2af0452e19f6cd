import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Binaries, findBinaries, linkLibraries } from './binaries.js';
import { PostgresStartError } from './postgres.errors.js';
import { canReach, serverUser, type ServerUser } from './server-user.js';

/** Where a server has its files, and whose they are. */
export interface Place {
  /** Holds the data, the password, the log and the locks; its owner alone may enter. */
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
  const user = serverUser(here);
  const isElsewhere = user.isOther && !canReach(dirname(real), user);
  // Others may pass through to what is theirs; the files beside it are closed one by one.
  if (user.isOther && !isElsewhere) chmodSync(real, 0o711);
  const home = isElsewhere ? ownedElsewhere(dirname(real), user) : owned(here, user);
  return { home, data: join(home, 'data'), binaries: usableBinaries(found, user), user, isElsewhere };
}

/** A folder that the user alone may enter. Another's is never used: what is in it could be anything. */
function owned(path: string, user: ServerUser): string {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) {
    mkdirSync(path, { mode: 0o700 });
    if (user.isOther) chownSync(path, user.uid, user.gid);
  }
  const found = lstatSync(path);
  if (!found.isDirectory() || found.uid !== user.uid) {
    throw new PostgresStartError(`${path} belongs to somebody else.`, {
      remedy: 'Remove it, or set DATABASE_URL to a PostgreSQL of yours.',
    });
  }
  if ((found.mode & 0o077) !== 0) chmodSync(path, 0o700);
  return path;
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
  if (!existsSync(copy)) copyBinaries(folder, dirname(copy), user);
  return copy;
}

/** Whole or not at all, whoever else does it at the same time. */
function copyBinaries(source: string, target: string, user: ServerUser): void {
  const unfinished = `${target}.${randomUUID()}`;
  cpSync(source, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  linkLibraries(join(unfinished, 'native'));
  if (user.isOther) giveAway(unfinished, user);
  try {
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (!existsSync(target)) throw error;
  }
}

function giveAway(folder: string, { uid, gid }: ServerUser): void {
  for (const name of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    lchownSync(join(folder, name), uid, gid);
  }
}
