import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Clock } from '../../platform/clock/clock.js';
import type { UserEntity } from '../../users/user.entity.js';
import { hashOf } from '../sessions/refresh-token.js';
import { OneTimeTokenEntity, type TokenPurpose } from './one-time-token.entity.js';

const tokenBytes = 32;
const lifetimeMs: Readonly<Record<TokenPurpose, number>> = {
  PASSWORD_RESET: 30 * 60_000,
  EMAIL_VERIFICATION: 24 * 3_600_000,
};

/** Tokens that let their holder do one thing, once, while the account has the address that they were sent to. */
@Injectable()
export class OneTimeTokens {
  constructor(private readonly clock: Clock) {}

  /** The text for the mail, in the caller's transaction. */
  async issue(em: EntityManager, user: UserEntity, purpose: TokenPurpose): Promise<string> {
    const token = randomBytes(tokenBytes);
    const now = this.clock.now();
    await em.insert(OneTimeTokenEntity, {
      id: randomUUID(),
      userId: user.id,
      purpose,
      tokenHash: hashOf(token),
      email: user.email,
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifetimeMs[purpose]),
    });
    return token.toString('base64url');
  }

  /** Uses it up, in the caller's transaction: of several at once one gets the account, the others null. */
  async redeem(em: EntityManager, text: string, purpose: TokenPurpose): Promise<string | null> {
    if (!/^[\w-]{43}$/.test(text)) return null;
    const { rows } = await sql<{ user_id: string }>`
      delete from one_time_tokens using users
      where token_hash = ${hashOf(Buffer.from(text, 'base64url'))} and purpose = ${purpose}
        and expires_at > ${this.clock.now()} and users.id = user_id and users.email = one_time_tokens.email
      returning user_id
    `.execute(em.getKysely());
    return rows[0]?.user_id ?? null;
  }

  /** Makes all of an account void. */
  async revokeAll(em: EntityManager, userId: string): Promise<void> {
    await em.nativeDelete(OneTimeTokenEntity, { userId });
  }
}
