import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { type OwnedTable, ownedTables } from '../../users/owned-tables.js';

/** Above any account of a person, and little to hold. */
const rowsOfPage = 2000;

/**
 * All that is held about an account as one JSON object, in pieces: a member for each table, an array of its rows.
 * No hash of a password or a token is in it. To be read in a transaction that sees one state.
 */
export async function* exportAccount(em: EntityManager, accountId: string): AsyncGenerator<string> {
  const tables = ownedTables([...em.getMetadata().getAll().values()], 'users');
  await sql`set local timezone = 'UTC'`.execute(em.getKysely());
  for (const [index, table] of tables.entries()) {
    yield `${index === 0 ? '{' : ','}\n  ${JSON.stringify(table.name)}: [`;
    yield* rowsOf(em, table, accountId);
    yield ']';
  }
  yield '\n}\n';
}

async function* rowsOf(em: EntityManager, table: OwnedTable, accountId: string): AsyncGenerator<string> {
  let separator = '\n    ';
  let last: string | null = null;
  for (;;) {
    const rows = await pageOf(em, table, accountId, last);
    for (const { id, json } of rows) {
      yield `${separator}${json}`;
      separator = ',\n    ';
      last = id;
    }
    if (rows.length < rowsOfPage) break;
  }
  if (last !== null) yield '\n  ';
}

interface Row {
  readonly id: string;
  /** Written by PostgreSQL: times are ISO 8601. */
  readonly json: string;
}

async function pageOf(
  em: EntityManager,
  { name, columns, isOf }: OwnedTable,
  accountId: string,
  after: string | null,
): Promise<Row[]> {
  const named = columns.map(({ column, property }) => sql`${sql.ref(column)} as ${sql.ref(property)}`);
  const { rows } = await sql<Row>`
    select page.id, row_to_json(page)::text as json from (
      select ${sql.join(named)} from ${sql.table(name)}
      where ${isOf(accountId)} and (${after}::uuid is null or id > ${after}::uuid)
      order by id limit ${rowsOfPage}
    ) as page order by page.id
  `.execute(em.getKysely());
  return rows;
}
