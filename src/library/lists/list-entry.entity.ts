import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { ListEntity } from './list.entity.js';

/** A film in a list. */
export const ListEntryEntity = defineEntity({
  name: 'ListEntryEntity',
  tableName: 'list_entries',
  properties: {
    id: p.uuid().primary(),
    listId: () => p.manyToOne(ListEntity).mapToPk().fieldName('list_id').deleteRule('cascade'),
    tmdbId: p.integer(),
    /** A fractional index: between any two there is room for another. Compared by bytes. */
    position: p.text().collation('C'),
    addedAt: p.datetime(),
  },
  uniques: [{ properties: ['listId', 'tmdbId'] }, { properties: ['listId', 'position'] }],
  indexes: [{ properties: ['listId', 'addedAt', 'id'] }, { properties: ['tmdbId'] }],
});

export type ListEntryEntity = InferEntity<typeof ListEntryEntity>;
