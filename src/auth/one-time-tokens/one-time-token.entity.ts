import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { UserEntity } from '../../users/user.entity.js';

export const tokenPurposes = ['PASSWORD_RESET', 'EMAIL_VERIFICATION'] as const;

/** What one token lets its holder do, once. */
export type TokenPurpose = (typeof tokenPurposes)[number];

/** A token of a mail, or of an operator. Only its SHA-256 hash is kept; using it deletes the row. */
export const OneTimeTokenEntity = defineEntity({
  name: 'OneTimeTokenEntity',
  tableName: 'one_time_tokens',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(UserEntity).mapToPk().fieldName('user_id').deleteRule('cascade').index(),
    purpose: p.enum(tokenPurposes),
    tokenHash: p.blob().unique(),
    /** The address it was sent to: if the account has another one by then, the token is void. */
    email: p.text(),
    createdAt: p.datetime(),
    expiresAt: p.datetime().index(),
  },
});

export type OneTimeTokenEntity = InferEntity<typeof OneTimeTokenEntity>;
