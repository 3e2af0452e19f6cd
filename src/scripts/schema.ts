import '../require-node.js';
import 'reflect-metadata';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema } from 'graphql';
import { readFile, writeFile } from 'node:fs/promises';
import { createApp } from '../app.js';
import { loadConfig } from '../config/load-config.js';
import { printedSchema } from '../platform/graphql/printed-schema.js';
import { schemaDocument } from './schema/schema-document.js';

/**
 * Prints the schema to `schema.gql` and its reference to `docs/schema.md`, or with `--check` says whether the files are
 * current. Needs no database, no Redis and no port: the app is wired and never listens.
 */

/** Nothing of this is ever used. */
const needed = { TMDB_READ_TOKEN: 'none', DATABASE_URL: 'postgres://nowhere/none', JWT_SECRET: 'none'.repeat(8) };
const app = await createApp(loadConfig({ ...needed, LOG_LEVEL: 'silent' }));
const { schema } = app.get(GraphQLSchemaHost);
await app.close();

const printed = {
  'schema.gql': printedSchema(schema),
  'docs/schema.md': schemaDocument(lexicographicSortSchema(schema)),
};
for (const [file, text] of Object.entries(printed)) {
  if (!process.argv.includes('--check')) {
    await writeFile(file, text);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`${file} is not what the code says. Run \`npm run schema\` and commit it.\n`);
    process.exitCode = 1;
  }
}
