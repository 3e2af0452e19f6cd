import '../require-node.js';
import 'reflect-metadata';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { entities } from '../entities.js';
import { migrations } from '../migrations/migrations.js';
import { ormOptions } from '../platform/database/orm-options.js';

/**
 * For developers; needs no database. `--check` says whether `src/migrations/snapshot.json`, which is what the tables are
 * after the last migration, fits the entities. A name in its place makes the draft of a migration from there to the
 * entities, to be reviewed and added to `migrations.ts`, and brings the snapshot up to date.
 */
const path = 'src/migrations';
const [argument] = process.argv.slice(2);
/** Never connected to. */
const nowhere = { url: 'postgres://nowhere/none', poolMax: 1 };
const noLimits = { connectTimeoutMs: 1, statementTimeoutMs: 1, idleTransactionTimeoutMs: 1 };

const orm = await MikroORM.init({
  ...ormOptions({ ...nowhere, ...noLimits }),
  entities: [...entities],
  extensions: [Migrator],
  migrations: { migrationsList: migrations, path, pathTs: path, emit: 'ts', snapshotName: 'snapshot' },
});
try {
  if (argument === undefined) fail('Give --check, or the name of a new migration.');
  else if (argument !== '--check') await draft(argument);
  else if (await orm.migrator.checkSchema()) fail('The entities are not what the migrations make. Write a migration.');
} finally {
  await orm.close();
}

async function draft(name: string): Promise<void> {
  const { fileName, code } = await orm.migrator.create(undefined, false, false, name);
  process.stdout.write(code === '' ? 'The entities ask for no change.\n' : `${path}/${fileName}: a draft.\n`);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
