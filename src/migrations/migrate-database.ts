import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { setTimeout as delay } from 'node:timers/promises';
import type { AppConfig } from '../config/app-config.js';
import { mayPass } from '../platform/database/database-fault.js';
import { ormOptions } from '../platform/database/orm-options.js';
import { migrations } from './migrations.js';

export interface MigrateOptions {
  /** How long a database that does not answer, or another migration under way, is waited for. */
  readonly giveUpAfterMs: number;
  /** How long one statement may take; a minute where it is not said. */
  readonly statementTimeoutMs?: number;
}

/** Any number that nobody else locks by. */
const advisoryLock = 7_263_518_204;
const retryEveryMs = 250;
/** One that holds the lock, one that works. */
const connections = 2;
/** A migration may take longer than a statement of a request. */
const usualStatementTimeoutMs = 60_000;

/**
 * Brings the tables up to date: whatever of `migrations` was not run yet, each in a transaction. Of several at once one
 * does the work and the others wait for it.
 *
 * @throws the error of the driver when the database does not answer in time, or a migration fails.
 */
export async function migrateDatabase(
  database: AppConfig['database'],
  { giveUpAfterMs, statementTimeoutMs = usualStatementTimeoutMs }: MigrateOptions,
): Promise<void> {
  const giveUpAt = Date.now() + giveUpAfterMs;
  const orm = await connect({ ...database, statementTimeoutMs });
  try {
    await untilItAnswers(orm, giveUpAt);
    await underLock(orm, giveUpAt, () => orm.migrator.up());
  } finally {
    await orm.close();
  }
}

/** The names of those that were not run yet. @throws the error of the driver when the database does not answer. */
export async function pendingMigrations(database: AppConfig['database']): Promise<string[]> {
  const orm = await connect(database);
  try {
    // The migrator would make its table first: who only looks leaves nothing behind.
    const [table] = await orm.em
      .fork()
      .execute<{ isThere: boolean }[]>(`select to_regclass('mikro_orm_migrations') is not null as "isThere"`);
    if (table?.isThere !== true) return migrations.map(({ name }) => name);
    return (await orm.migrator.getPending()).map(({ name }) => name);
  } finally {
    await orm.close();
  }
}

function connect(database: AppConfig['database']): Promise<MikroORM> {
  return MikroORM.init({
    ...ormOptions({ ...database, poolMax: connections }),
    discovery: { warnWhenNoEntities: false },
    entities: [],
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, disableForeignKeys: false, allOrNothing: false },
  });
}

async function untilItAnswers(orm: MikroORM, giveUpAt: number): Promise<void> {
  for (;;) {
    try {
      await orm.em.fork().execute('select 1');
      return;
    } catch (error) {
      if (!mayPass(error) || Date.now() + retryEveryMs > giveUpAt) throw error;
      await delay(retryEveryMs);
    }
  }
}

/** The lock ends with its transaction, and so with the process that holds it. */
async function underLock(orm: MikroORM, giveUpAt: number, work: () => Promise<unknown>): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    await em.execute(`set local lock_timeout = ${Math.max(1, giveUpAt - Date.now())}`);
    await em.execute('set local idle_in_transaction_session_timeout = 0');
    await em.execute('select pg_advisory_xact_lock(?)', [advisoryLock]);
    await work();
  });
}
