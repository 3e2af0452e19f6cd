import '../require-node.js';
import 'reflect-metadata';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { readFile, writeFile } from 'node:fs/promises';
import { createApp } from '../app.js';
import { loadConfig } from '../config/load-config.js';
import { printedSchema } from '../platform/graphql/printed-schema.js';

/**
 * Prints the schema to `schema.gql`, or with `--check` says whether the file is current. Needs no database, no Redis
 * and no port: the app is wired and never listens.
 */
const file = 'schema.gql';

/** Nothing of this is ever used. */
const needed = { TMDB_READ_TOKEN: 'none', DATABASE_URL: 'postgres://nowhere/none', JWT_SECRET: 'none'.repeat(8) };
const app = await createApp(loadConfig({ ...needed, LOG_LEVEL: 'silent' }));
const printed = printedSchema(app.get(GraphQLSchemaHost).schema);
await app.close();

if (!process.argv.includes('--check')) {
  await writeFile(file, printed);
} else if ((await readFile(file, 'utf8').catch(() => '')) !== printed) {
  process.stderr.write(`${file} is not what the code says. Run \`npm run schema\` and commit it.\n`);
  process.exitCode = 1;
}
