import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

/** An account. */
export const UserEntity = defineEntity({
  name: 'UserEntity',
  tableName: 'users',
  properties: {
    /** A random UUID (version 4). */
    id: p.uuid().primary(),
    /** In its normal form, which is unique; see `normaliseEmail`. */
    email: p.text().unique(),
    /** argon2id, as a PHC string. */
    passwordHash: p.text(),
    displayName: p.text().strictNullable(),
    /** BCP 47, for clients to send. */
    locale: p.text().strictNullable(),
    /** ISO 3166-1 alpha-2, for clients to send. */
    region: p.text().strictNullable(),
    emailVerifiedAt: p.datetime().strictNullable(),
    createdAt: p.datetime(),
  },
});

export type UserEntity = InferEntity<typeof UserEntity>;
