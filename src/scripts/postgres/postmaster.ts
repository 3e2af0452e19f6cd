import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readRegularFile } from './read-regular-file.js';

/** The server of a data directory, as its `postmaster.pid` has it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Whether it takes connections. */
  readonly isReady: boolean;
}

/** https://www.postgresql.org/docs/18/storage-file-layout.html; the eighth line is the state. */
const lines = { pid: 0, port: 3, status: 7 };

/** The server that runs on a data directory. A file left by one that died is nobody, whoever has its number now. */
export function findPostmaster(data: string): Postmaster | null {
  const text = readPidFile(data);
  const pid = Number(text[lines.pid]);
  if (!Number.isInteger(pid) || pid <= 1 || !isServerOf(pid, data)) return null;
  return { pid, port: Number(text[lines.port]), isReady: text[lines.status]?.trim() === 'ready' };
}

/** PostgreSQL itself would take any living process of its user for a server, and refuse to start. */
export function removeStalePidFile(data: string): void {
  if (findPostmaster(data) === null) rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** Whether a process lives and is the server of a data directory; one that died unfetched is not. */
export function isServerOf(pid: number, data: string): boolean {
  return commandOf(pid).includes(`-D\0${data}\0`);
}

function readPidFile(data: string): readonly string[] {
  try {
    return readRegularFile(join(data, 'postmaster.pid')).split('\n');
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

/** The words of its command, each with a NUL behind it. */
function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    // Only here, and so only roughly, since `ps` does not tell spaces apart: `-D` and its folder come first.
    const command = execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.trim().replace(/ -D /, ' -D\0').replace(/ -c /, '\0');
  } catch {
    // No such process.
    return '';
  }
}
