import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { UserEntity } from '../../users/user.entity.js';

/** A film that a viewer loves. */
export const FavoriteEntity = defineEntity({
  name: 'FavoriteEntity',
  tableName: 'favorites',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(UserEntity).mapToPk().fieldName('user_id').deleteRule('cascade'),
    tmdbId: p.integer(),
    addedAt: p.datetime(),
  },
  uniques: [{ properties: ['userId', 'tmdbId'] }],
  indexes: [{ properties: ['userId', 'addedAt', 'id'] }],
});

export type FavoriteEntity = InferEntity<typeof FavoriteEntity>;
