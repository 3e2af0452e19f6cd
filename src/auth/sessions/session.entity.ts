import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { UserEntity } from '../../users/user.entity.js';

/**
 * A device that is signed in: the family of refresh tokens that follow each other. Of the tokens only SHA-256 hashes
 * are kept. Signing out deletes the row.
 */
export const SessionEntity = defineEntity({
  name: 'SessionEntity',
  tableName: 'sessions',
  properties: {
    /** A random UUID (version 4); the claim `sid` of access tokens. */
    id: p.uuid().primary(),
    userId: () => p.manyToOne(UserEntity).mapToPk().fieldName('user_id').deleteRule('cascade').index(),
    /** Of the selector that all tokens of the family share. */
    familyHash: p.blob().unique(),
    secretHash: p.blob(),
    /** Of the token before the present one, which is taken for a few seconds more. */
    previousSecretHash: p.blob().strictNullable(),
    userAgent: p.text().strictNullable(),
    createdAt: p.datetime(),
    /** When the present token was made. */
    lastUsedAt: p.datetime(),
    /** Moves with each use, up to `absoluteExpiresAt`. */
    expiresAt: p.datetime().index(),
    absoluteExpiresAt: p.datetime(),
  },
});

export type SessionEntity = InferEntity<typeof SessionEntity>;
