import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { UserEntity } from '../../users/user.entity.js';

export const listVisibilities = ['PRIVATE', 'UNLISTED'] as const;

export type ListVisibility = (typeof listVisibilities)[number];

/** A list of films that a viewer keeps. */
export const ListEntity = defineEntity({
  name: 'ListEntity',
  tableName: 'lists',
  properties: {
    /** A random UUID (version 4): whoever has it can see an unlisted list. */
    id: p.uuid().primary(),
    userId: () => p.manyToOne(UserEntity).mapToPk().fieldName('user_id').deleteRule('cascade'),
    name: p.text(),
    description: p.text().strictNullable(),
    visibility: p.enum(listVisibilities),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  indexes: [{ properties: ['userId', 'createdAt', 'id'] }],
});

export type ListEntity = InferEntity<typeof ListEntity>;
