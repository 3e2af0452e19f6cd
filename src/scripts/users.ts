import '../require-node.js';
import 'reflect-metadata';
import { MikroORM } from '@mikro-orm/postgresql';
import { once } from 'node:events';
import { environment } from '../config/environment.js';
import { loadDatabaseConfig } from '../config/load-config.js';
import { entities } from '../entities.js';
import { systemClock } from '../platform/clock/clock.js';
import { ormOptions } from '../platform/database/orm-options.js';
import { runUsersCommand } from './users/users-command.js';

/** A large library takes longer than a statement of a request may. */
const statementTimeoutMs = 600_000;

/** For operators: what has to be done to an account from outside. Ends with 0, or with 1 and the reason. */
try {
  const database = loadDatabaseConfig(process.env);
  const orm = await MikroORM.init({
    ...ormOptions({ ...database, statementTimeoutMs, idleTransactionTimeoutMs: statementTimeoutMs }),
    entities: [...entities],
  });
  try {
    await runUsersCommand(process.argv.slice(2), { orm, clock: systemClock, appUrl: appUrlOf(process.env), write });
  } finally {
    await orm.close();
  }
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}

/** Waits where whoever reads is slower. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** A refused connection to several addresses has no message of its own. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === '' ? `PostgreSQL: ${String((error as NodeJS.ErrnoException).code)}` : error.message;
}

/** Undefined where it is not set: the address of a developer's app is no use to the owner of an account. */
function appUrlOf({ PUBLIC_APP_URL: given }: NodeJS.ProcessEnv): string | undefined {
  if (given === undefined || given === '') return undefined;
  const { schema, remedy } = environment.PUBLIC_APP_URL;
  const result = schema.safeParse(given);
  if (!result.success) throw new Error(`PUBLIC_APP_URL is not accepted. ${remedy}`);
  return result.data;
}
