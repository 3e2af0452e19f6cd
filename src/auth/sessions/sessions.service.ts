import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { AppConfig } from '../../config/app-config.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.service.js';
import { UserEntity } from '../../users/user.entity.js';
import { derivedKeys } from '../tokens/signing-keys.js';
import {
  hashOf,
  newRefreshToken,
  parseRefreshToken,
  printRefreshToken,
  type RefreshToken,
  successorOf,
} from './refresh-token.js';
import { SessionEntity } from './session.entity.js';

/** A session with the refresh token that goes to its client. */
export interface OpenSession {
  readonly session: SessionEntity;
  readonly refreshToken: string;
}

const day = 86_400_000;
const idleMs = 30 * day;
const absoluteMs = 90 * day;
/** How long the token before the present one is taken: an answer may be lost, two tabs may ask at once. */
const leewayMs = 10_000;
const sessionsOfAnAccount = 100;
const userAgentLength = 400;

/** Sessions: who is signed in where, and the refresh tokens that keep them so. */
@Injectable()
export class SessionsService {
  private readonly logger = new Logger(SessionsService.name);
  private readonly keys: readonly [Buffer, ...Buffer[]];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    config: AppConfig,
  ) {
    this.keys = derivedKeys(config.auth, 'refresh tokens');
  }

  /** Begins one, in the caller's transaction. Of more than a hundred of an account the ones used least lately end. */
  async start(em: EntityManager, userId: string, userAgent: string | undefined): Promise<OpenSession> {
    const token = newRefreshToken();
    const now = this.clock.now();
    const session = em.create(SessionEntity, {
      id: randomUUID(),
      userId,
      familyHash: hashOf(token.selector),
      secretHash: hashOf(token.secret),
      previousSecretHash: null,
      userAgent: userAgent?.slice(0, userAgentLength) ?? null,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + idleMs),
      absoluteExpiresAt: new Date(now.getTime() + absoluteMs),
    });
    await em.insert(session);
    await sql`
      delete from sessions where id in (
        select id from sessions where user_id = ${userId} and id <> ${session.id}
        order by last_used_at desc, id offset ${sessionsOfAnAccount - 1}
      )
    `.execute(em.getKysely());
    return { session, refreshToken: printRefreshToken(token) };
  }

  /**
   * The next refresh token of a session, for the present one; once. Null for one that is over. A token that was used up
   * before ends its session: two hold it, and one of them is not its owner.
   */
  async rotate(text: string): Promise<(OpenSession & { readonly user: UserEntity }) | null> {
    const token = parseRefreshToken(text);
    if (token === null) return null;
    // May be done twice: the second time finds the previous token, and gives the same answer.
    return this.database.writeRepeatable(async (em) => {
      const open = (await this.advance(em, token)) ?? (await this.repeat(em, token));
      // In here: a token is not used up for an answer that can not be given.
      return open && { ...open, user: await em.findOneOrFail(UserEntity, { id: open.session.userId }) };
    });
  }

  /** Ends one of an account. False if there is none. */
  async end(userId: string, sessionId: string): Promise<boolean> {
    const ended = await this.database.writeRepeatable((em) =>
      em.nativeDelete(SessionEntity, { id: sessionId, userId }),
    );
    return ended > 0;
  }

  /** Ends that of a refresh token, used up or not. False if there is none. */
  async endByToken(text: string): Promise<boolean> {
    const token = parseRefreshToken(text);
    if (token === null) return false;
    const familyHash = hashOf(token.selector);
    return (await this.database.writeRepeatable((em) => em.nativeDelete(SessionEntity, { familyHash }))) > 0;
  }

  /** Ends all of an account, in the caller's transaction; gives how many. */
  endAll(em: EntityManager, userId: string): Promise<number> {
    return em.nativeDelete(SessionEntity, { userId });
  }

  /** Those of an account that are not over, the last used first. */
  list(userId: string): Promise<SessionEntity[]> {
    const where = { userId, expiresAt: { $gt: this.clock.now() } };
    return this.database.read((em) => em.find(SessionEntity, where, { orderBy: { lastUsedAt: 'desc', id: 'asc' } }));
  }

  find(userId: string, sessionId: string): Promise<SessionEntity | null> {
    const where = { id: sessionId, userId, expiresAt: { $gt: this.clock.now() } };
    return this.database.read((em) => em.findOne(SessionEntity, where));
  }

  private async advance(em: EntityManager, token: RefreshToken): Promise<OpenSession | null> {
    const next = successorOf(token, this.keys[0]);
    const now = this.clock.now();
    const { rows } = await sql<object>`
      update sessions set
        previous_secret_hash = secret_hash,
        secret_hash = ${hashOf(next.secret)},
        last_used_at = ${now},
        expires_at = least(${new Date(now.getTime() + idleMs)}::timestamptz, absolute_expires_at)
      where family_hash = ${hashOf(token.selector)} and secret_hash = ${hashOf(token.secret)} and expires_at > ${now}
      returning *
    `.execute(em.getKysely());
    if (rows[0] === undefined) return null;
    return { session: em.map(SessionEntity, rows[0]), refreshToken: printRefreshToken(next) };
  }

  /** For a token that is not the present one. */
  private async repeat(em: EntityManager, token: RefreshToken): Promise<OpenSession | null> {
    const session = await em.findOne(SessionEntity, { familyHash: hashOf(token.selector) });
    const now = this.clock.now().getTime();
    if (session === null || session.expiresAt.getTime() <= now) return null;
    const isPrevious = session.previousSecretHash !== null && hashOf(token.secret).equals(session.previousSecretHash);
    if (isPrevious && now - session.lastUsedAt.getTime() <= leewayMs) {
      const next = this.keys
        .map((key) => successorOf(token, key))
        .find(({ secret }) => hashOf(secret).equals(session.secretHash));
      return next === undefined ? null : { session, refreshToken: printRefreshToken(next) };
    }
    this.logger.warn({ sessionId: session.id }, 'A refresh token came again after its time; its session is ended');
    await em.nativeDelete(SessionEntity, { id: session.id });
    return null;
  }
}
