import { MikroORM } from '@mikro-orm/postgresql';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase } from '../../src/migrations/migrate-database.js';
import { findPostmaster } from '../../src/scripts/postgres/postmaster.js';
import { type LocalPostgres, startPostgres } from '../../src/scripts/postgres/start-postgres.js';
import { leaveNothingIn } from './leave-nothing.js';

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A database of one's own with all tables, on the server of the test run. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = serverUrl().pathname.slice(1);
  // Quicker than by the log, which is the default, as long as nothing is synced.
  await onServer(`create database ${name} template ${template} strategy file_copy`);
  return { url: urlOf(name), drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

/** As `createDatabase`, without a table. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name} template template0`);
  return { url: urlOf(name), drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

function urlOf(database: string): string {
  const url = serverUrl();
  url.pathname = `/${database}`;
  return url.href;
}

function serverUrl(): URL {
  const url = process.env['TEST_POSTGRES_URL'];
  if (url === undefined) throw new Error('test/global-setup.js starts the server.');
  return new URL(url);
}

async function onServer(statement: string): Promise<void> {
  const orm = await MikroORM.init({
    dbName: 'postgres',
    driverOptions: { connectionString: urlOf('postgres') },
    discovery: { warnWhenNoEntities: false },
    entities: [],
    logger: () => undefined,
  });
  try {
    await orm.em.fork().execute(statement);
  } finally {
    await orm.close();
  }
}

/** A server of the test's own, with a migrated database, that can be crashed and hung. It keeps what it acknowledged. */
export class PostgresServer {
  private constructor(
    private readonly folder: string,
    private running: LocalPostgres,
    private readonly leave: () => Promise<void>,
  ) {}

  /** `settings`: as postgresql.conf has them. */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'postgres-test-')));
    chmodSync(folder, 0o711);
    // Also where the worker is ended early, and were the server paused.
    const leave = leaveNothingIn(folder);
    const running = await startPostgres({ folder, settings });
    const limits = { poolMax: 2, connectTimeoutMs: 5000, statementTimeoutMs: 20_000, idleTransactionTimeoutMs: 20_000 };
    await migrateDatabase({ url: running.url, ...limits }, { giveUpAfterMs: 20_000 });
    return new PostgresServer(folder, running, leave);
  }

  get url(): string {
    return this.running.url;
  }

  /** Ends all of it at once, as a power cut does. */
  async crash(): Promise<void> {
    this.signalAll('SIGKILL');
    while (findPostmaster(this.data) !== null) await new Promise((resolve) => setTimeout(resolve, 5));
    await this.running.stop();
  }

  /** Ends it in order, as its keepers do: whoever is connected is told so. */
  async shutDown(): Promise<void> {
    await this.running.stop();
  }

  /** Hangs it: connections stay, and new ones are taken, but nothing is answered. */
  pause(): void {
    this.signalAll('SIGSTOP');
  }

  resume(): void {
    this.signalAll('SIGCONT');
  }

  /** Starts it anew on the same port, with the same data. */
  async restart(): Promise<void> {
    this.running = await startPostgres({ folder: this.folder, port: Number(new URL(this.url).port) });
  }

  async stop(): Promise<void> {
    this.resume();
    await this.running.stop();
    await this.leave();
  }

  private get data(): string {
    return join(this.folder, 'postgres', 'data');
  }

  private signalAll(signal: NodeJS.Signals): void {
    const server = findPostmaster(this.data);
    if (server === null) return;
    const children = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').trim().split(' ');
    for (const pid of [server.pid, ...children.filter(Boolean).map(Number)]) {
      try {
        process.kill(pid, signal);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
  }
}
