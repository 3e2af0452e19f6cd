import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fchownSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Place } from './place.js';
import { type ServerUser, spawnAs } from './server-user.js';

/** The superuser, and the database that is made with the data. */
const database = 'watchme';

export interface ClusterOptions {
  /** Whether the data survive a crash of the machine. */
  readonly isDurable: boolean;
}

/** Makes the data directory, with an empty database, unless it is there; whole or not at all. */
export async function makeCluster(place: Place, { isDurable }: ClusterOptions): Promise<void> {
  if (existsSync(place.data)) return;
  // An initdb whose app was killed may still write to its own.
  const name = randomUUID();
  const unfinished = join(place.home, `data.${name}`);
  const pwfile = join(place.home, `password.${name}`);
  const password = randomBytes(24).toString('base64url');
  makeFolder(unfinished, place.user);
  writeFor(place.user, pwfile, password);
  try {
    await initialise(place, unfinished, pwfile, isDurable);
  } finally {
    rmSync(pwfile);
  }
  // Before the data: there are none without their password.
  rmSync(passwordFile(place), { force: true });
  writeFileSync(passwordFile(place), password, { mode: 0o600, flag: 'wx' });
  renameSync(unfinished, place.data);
}

async function initialise(place: Place, data: string, pwfile: string, isDurable: boolean): Promise<void> {
  const sync = isDurable ? [] : ['--no-sync'];
  const access = ['-U', database, '-A', 'scram-sha-256', `--pwfile=${pwfile}`];
  await run(place, 'initdb', ['-D', data, ...access, '-E', 'UTF8', '--no-locale', ...sync]);
  const fsync = ['-c', `fsync=${isDurable ? 'on' : 'off'}`];
  await run(place, 'postgres', ['--single', '-D', data, ...fsync, 'postgres'], `create database ${database}\n`);
}

/** The address of the database, for its superuser. */
export function urlOf(place: Place, port: number): string {
  const password = readFileSync(passwordFile(place), 'utf8');
  return `postgres://${database}:${password}@127.0.0.1:${port}/${database}`;
}

/** For the server's user. Nobody else can write beside it, so that by its name it is what was just made. */
function makeFolder(path: string, { uid, gid, isOther }: ServerUser): void {
  mkdirSync(path, { mode: 0o700 });
  if (isOther) chownSync(path, uid, gid);
}

/** A server on 127.0.0.1 is open to every user of the machine who knows its password. */
function writeFor({ uid, gid, isOther }: ServerUser, path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, text);
    if (isOther) fchownSync(file, uid, gid);
  } finally {
    closeSync(file);
  }
}

function passwordFile({ home }: Place): string {
  return join(home, 'password');
}

function run({ home, binaries, user }: Place, program: string, args: readonly string[], input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { ...spawnAs(user), cwd: home, env: { LC_ALL: 'C' } };
    const child = execFile(join(binaries, 'bin', program), args, options, (error, _stdout, stderr) => {
      if (error === null) resolve();
      else reject(new Error(stderr.trim() || error.message, { cause: error }));
    });
    child.stdin?.end(input);
  });
}
