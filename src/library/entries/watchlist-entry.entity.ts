import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { UserEntity } from '../../users/user.entity.js';

/** A film that a viewer wants to watch. */
export const WatchlistEntryEntity = defineEntity({
  name: 'WatchlistEntryEntity',
  tableName: 'watchlist_entries',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(UserEntity).mapToPk().fieldName('user_id').deleteRule('cascade'),
    tmdbId: p.integer(),
    addedAt: p.datetime(),
  },
  uniques: [{ properties: ['userId', 'tmdbId'] }],
  indexes: [{ properties: ['userId', 'addedAt', 'id'] }],
});

export type WatchlistEntryEntity = InferEntity<typeof WatchlistEntryEntity>;
