import { describe, expect, test } from '@jest/globals';
import { defineEntity, type EntitySchema, MikroORM, p } from '@mikro-orm/postgresql';
import { ownedTables } from './owned-tables.js';

const Account = defineEntity({
  name: 'Account',
  tableName: 'accounts',
  properties: { id: p.uuid().primary(), email: p.text(), passwordHash: p.text(), picture: p.blob() },
});
const Shelf = defineEntity({
  name: 'Shelf',
  tableName: 'shelves',
  properties: { id: p.uuid().primary(), ownerId: () => p.manyToOne(Account).mapToPk().fieldName('owner_id') },
});
const Book = defineEntity({
  name: 'Book',
  tableName: 'books',
  properties: { id: p.uuid().primary(), shelfId: () => p.manyToOne(Shelf).mapToPk().fieldName('shelf_id') },
});
const Weather = defineEntity({
  name: 'Weather',
  tableName: 'weather',
  properties: { id: p.uuid().primary() },
});

async function tablesOf(schemas: readonly EntitySchema[], account: string) {
  const orm = await MikroORM.init({ entities: [...schemas], dbName: 'none' });
  const tables = ownedTables([...orm.getMetadata().getAll().values()], account);
  await orm.close();
  return tables;
}

describe('ownedTables', () => {
  test('finds what hangs on the account by way of other tables, in whatever order it comes', async () => {
    const tables = await tablesOf([Weather, Book, Shelf, Account], 'accounts');
    expect(tables.map(({ name }) => name)).toEqual(['accounts', 'shelves', 'books']);
  });

  test('leaves out hashes and bytes, and names the rest as entities do', async () => {
    const tables = await tablesOf([Account, Shelf], 'accounts');
    const properties = tables.map(({ columns }) => columns.map(({ property }) => property));
    expect(properties).toEqual([
      ['id', 'email'],
      ['id', 'ownerId'],
    ]);
  });
});
