import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { UserEntity } from '../../users/user.entity.js';

/** One time that a viewer watched a film. */
export const ViewingEntity = defineEntity({
  name: 'ViewingEntity',
  tableName: 'viewings',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(UserEntity).mapToPk().fieldName('user_id').deleteRule('cascade'),
    tmdbId: p.integer(),
    watchedAt: p.datetime(),
  },
  uniques: [{ properties: ['userId', 'tmdbId', 'watchedAt'] }],
  indexes: [{ properties: ['userId', 'watchedAt', 'id'] }],
});

export type ViewingEntity = InferEntity<typeof ViewingEntity>;
