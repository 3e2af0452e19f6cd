import { join } from 'node:path';
import { type Environment, loadDatabaseConfig } from '../../config/load-config.js';
import { migrateDatabase } from '../../migrations/migrate-database.js';
import { type LocalPostgres, startPostgres } from '../postgres/start-postgres.js';
import { keptSecret, newSecret } from './kept-secret.js';

/** What accounts need. */
export interface Accounts {
  /** The variables that were not given. */
  readonly env: Environment;
  /** Where accounts are kept, or why there are none and what to do about it. */
  readonly told: string;
  close(): Promise<void>;
}

/** Nothing listens there: films answer, accounts are out of service. */
const nowhere = 'postgres://127.0.0.1:1/none';
const giveUpAfterMs = 3000;

/**
 * Starts a PostgreSQL in a folder unless the environment gives one, brings its tables up to date, and gives the secret
 * that is kept in the same folder. Never rejects for the sake of PostgreSQL: films do without.
 */
export async function startAccounts(given: Environment, folder: string): Promise<Accounts> {
  const { secret, warning } = secretFor(given, join(folder, 'jwt-secret'));
  const accounts = await startDatabase(given, secret, folder);
  return { ...accounts, told: `${accounts.told}${warning}` };
}

/** That of the environment, or the kept one; where it can not be kept, one for this run. */
function secretFor(given: Environment, path: string): { readonly secret: Environment; readonly warning: string } {
  if (given['JWT_SECRET'] !== undefined) return { secret: {}, warning: '' };
  try {
    return { secret: { JWT_SECRET: keptSecret(path) }, warning: '' };
  } catch (error) {
    const warning = `; sessions end with this run (${messageOf(error)}): see to ${path} or set JWT_SECRET`;
    return { secret: { JWT_SECRET: newSecret() }, warning };
  }
}

async function startDatabase(given: Environment, secret: Environment, folder: string): Promise<Accounts> {
  if (given['DATABASE_URL'] !== undefined) {
    const fault = await faultOfMigrating(given);
    const told = `${fault === null ? '' : `out of service (${fault}): see to `}the PostgreSQL of DATABASE_URL`;
    return { env: secret, told, close: () => Promise.resolve() };
  }
  const postgres = await startPostgres({ folder }).catch(messageOf);
  if (typeof postgres === 'string') {
    return {
      env: { ...secret, DATABASE_URL: nowhere },
      told: `out of service: ${postgres}`,
      close: () => Promise.resolve(),
    };
  }
  return startedAccounts(given, secret, postgres, folder);
}

async function startedAccounts(
  given: Environment,
  secret: Environment,
  postgres: LocalPostgres,
  folder: string,
): Promise<Accounts> {
  const env = { ...secret, DATABASE_URL: postgres.url };
  const fault = await faultOfMigrating({ ...given, ...env });
  const where = postgres.note ?? `in ${folder}/`;
  const told =
    fault === null
      ? `a PostgreSQL of its own ${where} (set DATABASE_URL for another)`
      : `out of service (${fault}): remove ${folder}/ or set DATABASE_URL`;
  return { env, told, close: () => postgres.stop() };
}

async function faultOfMigrating(env: Environment): Promise<string | null> {
  try {
    await migrateDatabase(loadDatabaseConfig(env), { giveUpAfterMs });
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
