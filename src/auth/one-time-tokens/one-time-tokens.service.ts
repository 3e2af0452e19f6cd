import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { Clock } from '../../platform/clock/clock.js';
import type { UserEntity } from '../../users/user.entity.js';
import { OneTimeTokenEntity, type TokenPurpose } from './one-time-token.entity.js';
import { channelOf, hashOfToken, newTokenText, type TokenChannel } from './token-text.js';

/** What a good token stands for. */
export interface TokenGrant {
  readonly userId: string;
  /** The address of the account, which is still the one the token was made for. */
  readonly email: string;
  readonly channel: TokenChannel;
}

/** How long a link may be used. */
const tokenLifetimeMs = {
  PASSWORD_RESET: 30 * 60_000,
  EMAIL_VERIFICATION: 24 * 3_600_000,
} as const satisfies Record<TokenPurpose, number>;

/** Enough for mails that cross; one asked for by a stranger does not void one on its way. */
const tokensOfAPurpose = 5;

/**
 * Tokens that do one thing, once, for one account. They are void once its address is another. All methods work in the
 * caller's transaction.
 */
@Injectable()
export class OneTimeTokens {
  constructor(private readonly clock: Clock) {}

  /** Gives its text, which is kept nowhere. Of more than five for one purpose the oldest end. */
  async issue(
    em: EntityManager,
    user: Pick<UserEntity, 'id' | 'email'>,
    purpose: TokenPurpose,
    channel: TokenChannel = 'MAIL',
  ): Promise<string> {
    const text = newTokenText(channel);
    const now = this.clock.now();
    await em.insert(OneTimeTokenEntity, {
      id: randomUUID(),
      userId: user.id,
      purpose,
      tokenHash: hashOfToken(text),
      email: user.email,
      createdAt: now,
      expiresAt: new Date(now.getTime() + tokenLifetimeMs[purpose]),
    });
    await sql`
      delete from one_time_tokens where id in (
        select id from one_time_tokens where user_id = ${user.id} and purpose = ${purpose}
        order by created_at desc, id offset ${tokensOfAPurpose}
      )
    `.execute(em.getKysely());
    return text;
  }

  /** What a token stands for, without using it up; null for one that is not good. */
  find(em: EntityManager, text: string, purpose: TokenPurpose): Promise<TokenGrant | null> {
    return this.grantOf(em, text, (hash) => {
      return sql`
        select users.id, users.email from one_time_tokens as token join users on users.id = token.user_id
        where ${this.isGood(hash, purpose)}
      `;
    });
  }

  /** Uses a token up: of several at once one gets the grant, and the others null. */
  async redeem(em: EntityManager, text: string, purpose: TokenPurpose): Promise<TokenGrant | null> {
    // Nothing is locked, or asked, for a text that is no token.
    if (channelOf(text) === null) return null;
    // The account before its tokens, as whatever else changes both: two at once would else wait for each other.
    await sql`
      select from users where id = (select user_id from one_time_tokens where token_hash = ${hashOfToken(text)})
      for no key update
    `.execute(em.getKysely());
    return this.grantOf(em, text, (hash) => {
      return sql`
        delete from one_time_tokens as token using users
        where users.id = token.user_id and ${this.isGood(hash, purpose)}
        returning users.id, users.email
      `;
    });
  }

  /** Voids those of an account: all, or those for one purpose. */
  async revoke(em: EntityManager, userId: string, purpose?: TokenPurpose): Promise<void> {
    await em.nativeDelete(OneTimeTokenEntity, { userId, ...(purpose !== undefined && { purpose }) });
  }

  private isGood(hash: Buffer, purpose: TokenPurpose): RawBuilder<unknown> {
    return sql`
      token.token_hash = ${hash} and token.purpose = ${purpose}
      and token.expires_at > ${this.clock.now()} and token.email = users.email
    `;
  }

  private async grantOf(
    em: EntityManager,
    text: string,
    statement: (hash: Buffer) => RawBuilder<unknown>,
  ): Promise<TokenGrant | null> {
    const channel = channelOf(text);
    if (channel === null) return null;
    const { rows } = await statement(hashOfToken(text)).execute(em.getKysely());
    const [row] = rows as { id: string; email: string }[];
    return row === undefined ? null : { userId: row.id, email: row.email, channel };
  }
}
