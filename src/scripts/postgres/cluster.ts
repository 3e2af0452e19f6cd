import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './place.js';
import { spawnAs } from './server-user.js';

/** The superuser, and the database that is made with the data. */
const name = 'watchme';

export interface ClusterOptions {
  /** Whether the data survive a crash of the machine. */
  readonly isDurable: boolean;
}

/** Makes the data directory, with an empty database, unless it is there; whole or not at all. */
export async function makeCluster(place: Place, { isDurable }: ClusterOptions): Promise<void> {
  if (existsSync(place.data)) return;
  // An initdb whose app was killed may still write to its own.
  const unfinished = join(place.home, `data.${randomUUID()}`);
  const pwfile = writePassword(place);
  const sync = isDurable ? [] : ['--no-sync'];
  const access = ['-U', name, '-A', 'scram-sha-256', `--pwfile=${pwfile}`];
  await run(place, 'initdb', ['-D', unfinished, ...access, '-E', 'UTF8', '--no-locale', ...sync]);
  const fsync = ['-c', `fsync=${isDurable ? 'on' : 'off'}`];
  await run(place, 'postgres', ['--single', '-D', unfinished, ...fsync, 'postgres'], `create database ${name}\n`);
  renameSync(unfinished, place.data);
}

/** The address of the database, for its superuser. */
export function urlOf(place: Place, port: number): string {
  const password = readFileSync(passwordFile(place), 'utf8');
  return `postgres://${name}:${password}@127.0.0.1:${port}/${name}`;
}

/** A server on 127.0.0.1 is open to every user of the machine who knows it. */
function writePassword(place: Place): string {
  const path = passwordFile(place);
  rmSync(path, { force: true });
  writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (place.user.isOther) chownSync(path, place.user.uid, place.user.gid);
  return path;
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
