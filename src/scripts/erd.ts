import '../require-node.js';
import { MikroORM } from '@mikro-orm/postgresql';
import { readFile, writeFile } from 'node:fs/promises';
import { entities } from '../entities.js';
import { erdDocument } from './erd/erd-document.js';

/** Prints the tables to `docs/erd.md`, or with `--check` says whether the file is current. Needs no database. */
const file = 'docs/erd.md';

const orm = await MikroORM.init({ entities, dbName: 'none' });
const printed = erdDocument(entities.map(({ meta }) => orm.getMetadata().get(meta.class)));
await orm.close();

if (!process.argv.includes('--check')) {
  await writeFile(file, printed);
} else if ((await readFile(file, 'utf8').catch(() => '')) !== printed) {
  process.stderr.write(`${file} is not what the entities say. Run \`npm run erd\` and commit it.\n`);
  process.exitCode = 1;
}
