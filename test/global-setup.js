import { MikroORM } from '@mikro-orm/postgresql';
import { chmodSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase } from '../dist/migrations/migrate-database.js';
import { startPostgres } from '../dist/scripts/postgres/start-postgres.js';
import { leaveNothingIn } from './support/leave-nothing.ts';

/**
 * One PostgreSQL for the whole run, that of TEST_DATABASE_URL or a new one. TEST_POSTGRES_URL names the migrated
 * database that those of tests are copies of.
 */
export default async function setUp() {
  const given = process.env.TEST_DATABASE_URL;
  const template = given ? await makeTemplate(given) : await startServer();
  globalThis.testPostgres = template;
  const limits = { poolMax: 2, connectTimeoutMs: 5000, statementTimeoutMs: 20_000, idleTransactionTimeoutMs: 20_000 };
  await migrateDatabase({ url: template.url, ...limits }, { giveUpAfterMs: 20_000 });
  process.env.TEST_POSTGRES_URL = template.url;
}

async function startServer() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'watchme-tests-')));
  // The server's user has to get in.
  chmodSync(folder, 0o711);
  // Also where the run is interrupted.
  const leave = leaveNothingIn(folder);
  // Nobody needs these data after a power cut.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };
  const postgres = await startPostgres({ folder, settings });
  const remove = async () => {
    await postgres.stop();
    await leave();
  };
  return { url: postgres.url, remove };
}

async function makeTemplate(server) {
  const name = `watchme_tests_${process.pid}_${Date.now()}`;
  await runOn(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => runOn(server, `drop database ${name} with (force)`) };
}

async function runOn(server, statement) {
  const orm = await MikroORM.init({
    dbName: 'postgres',
    driverOptions: { connectionString: server },
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
