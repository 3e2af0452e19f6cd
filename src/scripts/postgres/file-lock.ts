import { chmodSync, writeFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * A lock on a file, between processes and within one. The system frees it with the process that holds it, however that
 * ends. SQLite is the only thing in Node that locks files.
 */
export class FileLock {
  private readonly database: DatabaseSync;

  /** Makes the file if need be. */
  constructor(path: string) {
    makeClosed(path);
    this.database = new (loadSqlite().DatabaseSync)(path, { timeout: 0 });
  }

  /** Whether it is now held, by nobody else. */
  tryExclusive(): boolean {
    return this.attempt(() => this.database.exec('begin exclusive'));
  }

  /** Whether it is now held, perhaps with others who share it. */
  tryShared(): boolean {
    return this.attempt(() => {
      this.database.exec('begin');
      // The lock is taken with the first reading only.
      this.database.prepare('select count(*) from sqlite_schema').get();
    });
  }

  release(): void {
    if (this.database.isTransaction) this.database.exec('rollback');
  }

  close(): void {
    this.database.close();
  }

  private attempt(take: () => void): boolean {
    try {
      take();
      return true;
    } catch (error) {
      this.release();
      if ((error as { errcode?: number }).errcode === sqliteBusy) return false;
      throw error;
    }
  }
}

const sqliteBusy = 5;

/**
 * Whoever can read a file can hold it against us. One that is there is not opened, for closing it again would free what
 * this process holds of it.
 */
function makeClosed(path: string): void {
  try {
    writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    chmodSync(path, 0o600);
  }
}

/** Early Node 24 warns of it as experimental, which tells nobody who runs `npm start` anything. */
function loadSqlite(): typeof import('node:sqlite') {
  // Put back as it was.
  // oxlint-disable-next-line typescript/unbound-method
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
const retryEveryMs = 10;

/** Works while nobody else does under the same file. @throws where that takes too long. */
export async function exclusively<T>(path: string, limitMs: number, work: () => Promise<T>): Promise<T> {
  const lock = new FileLock(path);
  try {
    const giveUpAt = Date.now() + limitMs;
    while (!lock.tryExclusive()) {
      if (Date.now() > giveUpAt) throw new Error(`Another process has held ${path} for ${limitMs / 1000} seconds.`);
      await delay(retryEveryMs);
    }
    return await work();
  } finally {
    lock.close();
  }
}
