import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { UserEntity } from '../../users/user.entity.js';

/** A viewer's own words on a film. */
export const MovieNoteEntity = defineEntity({
  name: 'MovieNoteEntity',
  tableName: 'movie_notes',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(UserEntity).mapToPk().fieldName('user_id').deleteRule('cascade'),
    tmdbId: p.integer(),
    text: p.text(),
    updatedAt: p.datetime(),
  },
  uniques: [{ properties: ['userId', 'tmdbId'] }],
});

export type MovieNoteEntity = InferEntity<typeof MovieNoteEntity>;
