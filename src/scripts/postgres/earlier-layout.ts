import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { exclusively } from './file-lock.js';
import { findPostmaster } from './postmaster.js';
import { PostgresStartError } from './postgres.errors.js';
import { readRegularFile } from './read-regular-file.js';

const turnLimitMs = 90_000;
/** Of a home that is being taken back: nobody makes a folder with it, so that an interrupted start is gone on with. */
const unfinishedMode = 0o000;
const finishedMode = 0o711;

/**
 * Takes a home back that an earlier version gave to the server's user as a whole: data and password stay, all else in
 * it is removed, since that user could have put links in the place of log and locks. Does nothing where there is
 * nothing to take back, or where others than root can rename it.
 *
 * @throws PostgresStartError where its server still runs, or what is in it is no data; nothing of it is lost.
 */
export async function takeBack(home: string): Promise<void> {
  if (process.getuid?.() !== 0 || !isOurs(dirname(home)) || !isEarlier(home)) return;
  await exclusively(join(dirname(home), 'take-back.lock'), turnLimitMs, () => {
    // Another start may have done it meanwhile.
    if (isEarlier(home)) takeBackNow(home);
    return Promise.resolve();
  });
}

function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found !== undefined && found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0;
}

function isEarlier(home: string): boolean {
  const found = lstatSync(home, { throwIfNoEntry: false });
  if (found === undefined || !found.isDirectory()) return false;
  return found.uid !== 0 || (found.mode & 0o777) === unfinishedMode;
}

function takeBackNow(home: string): void {
  const server = findPostmaster(join(home, 'data'));
  if (server !== null) {
    throw new PostgresStartError(`PostgreSQL still runs as an earlier version of WatchMe started it, in ${home}.`, {
      remedy: `End that WatchMe or process ${server.pid}, then start again.`,
    });
  }
  const folder = openSync(home, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  try {
    fchmodSync(folder, unfinishedMode);
    fchownSync(folder, 0, 0);
    // Until it was ours its owner could set it back. From here on nobody else can change what is in it.
    fchmodSync(folder, unfinishedMode);
    keepPassword(home);
    removeTheRest(home);
    fchmodSync(folder, finishedMode);
  } finally {
    closeSync(folder);
  }
}

/** In a new file: its former owner may still have the old one open. */
function keepPassword(home: string): void {
  const path = join(home, 'password');
  if (!existsSync(join(home, 'data'))) {
    rmSync(path, { force: true });
    return;
  }
  if (lstatSync(join(home, 'data')).isDirectory() && lstatSync(path, { throwIfNoEntry: false })?.isFile()) {
    const unfinished = join(home, 'password.kept');
    rmSync(unfinished, { force: true });
    writeFileSync(unfinished, readRegularFile(path), { mode: 0o600, flag: 'wx' });
    renameSync(unfinished, path);
    return;
  }
  throw new PostgresStartError(`${home} does not hold the data and password of an earlier version.`, {
    remedy: 'Move it away, or set DATABASE_URL to a PostgreSQL of yours.',
  });
}

/** Folders are left: none is opened by its name, and to empty one that another fills is not safe. */
function removeTheRest(home: string): void {
  for (const entry of readdirSync(home, { withFileTypes: true })) {
    if (!entry.isDirectory() && entry.name !== 'password') rmSync(join(home, entry.name));
  }
}
