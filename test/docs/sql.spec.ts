import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askPostgres } from '../support/ask-postgres.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { blocksOf } from './blocks.js';
import { documents } from './documents.js';
import { workingTree } from './tree.js';

const statements = documents.flatMap((file) =>
  blocksOf(workingTree.read(file))
    .filter(({ language }) => language === 'sql')
    .map(({ text, firstLine }) => ({ place: `${file}:${firstLine}`, text })),
);

describe('the statements of the documents', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  /** All of it is taken back. */
  const tryOut = (text: string): Promise<unknown> => askPostgres(database.url, `begin;\n${text}\n;rollback`);

  test.each(statements)('$place runs on our tables', async ({ text }) => {
    await expect(tryOut(text)).resolves.toBeDefined();
  });

  test('fail where they are wrong', async () => {
    await expect(tryOut('grant select on films to nobody')).rejects.toThrow('does not exist');
  });
});
