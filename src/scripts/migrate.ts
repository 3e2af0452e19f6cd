import '../require-node.js';
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { loadDatabaseConfig } from '../config/load-config.js';
import { migrateDatabase } from '../migrations/migrate-database.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/**
 * Brings the tables of DATABASE_URL up to date: the step before a deployment. Ends with 0, or with 1 and the reason.
 * With `--patient`, what takes long may: by hand, before a release.
 */
try {
  const { values } = parseArgs({ options: { patient: { type: 'boolean' } } });
  const limitMs = values.patient === true ? dayMs : minuteMs;
  await migrateDatabase(loadDatabaseConfig(process.env), { giveUpAfterMs: limitMs, statementTimeoutMs: limitMs });
  process.stdout.write('The tables are up to date.\n');
} catch (error) {
  process.stderr.write(`The tables could not be brought up to date: ${String(error)}\n`);
  process.exitCode = 1;
}
