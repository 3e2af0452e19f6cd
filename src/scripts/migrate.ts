import '../require-node.js';
import 'reflect-metadata';
import { loadDatabaseConfig } from '../config/load-config.js';
import { migrateDatabase } from '../migrations/migrate-database.js';

const giveUpAfterMs = 60_000;

/** Brings the tables of DATABASE_URL up to date: the step before a deployment. Ends with 0, or with 1 and the reason. */
try {
  await migrateDatabase(loadDatabaseConfig(process.env), { giveUpAfterMs });
  process.stdout.write('The tables are up to date.\n');
} catch (error) {
  process.stderr.write(`The tables could not be brought up to date: ${String(error)}\n`);
  process.exitCode = 1;
}
