import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { UserEntity } from '../../users/user.entity.js';

/** A viewer's rating of a film. */
export const RatingEntity = defineEntity({
  name: 'RatingEntity',
  tableName: 'ratings',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(UserEntity).mapToPk().fieldName('user_id').deleteRule('cascade'),
    tmdbId: p.integer(),
    /** In halves of a point, 1 to 20, so that it is a whole number. */
    halfPoints: p.smallint().check('half_points >= 1 and half_points <= 20'),
    ratedAt: p.datetime(),
  },
  uniques: [{ properties: ['userId', 'tmdbId'] }],
  indexes: [{ properties: ['userId', 'ratedAt', 'id'] }, { properties: ['userId', 'halfPoints', 'id'] }],
});

export type RatingEntity = InferEntity<typeof RatingEntity>;
