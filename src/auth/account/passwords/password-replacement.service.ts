import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { UserEntity } from '../../../users/user.entity.js';
import type { TooManyAttemptsError } from '../../auth.errors.js';
import { tooManyAttempts } from '../../auth.results.js';
import { OneTimeTokens } from '../../one-time-tokens/one-time-tokens.service.js';
import { HashingBusyError, PasswordHasher } from '../../passwords/password-hasher.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import { AccountMailer } from '../mail/account-mailer.js';
import { passwordChangedLetter } from '../mail/letters.js';

/** What a new password entails, whoever sets it. */
@Injectable()
export class PasswordReplacement {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionsService,
    private readonly tokens: OneTimeTokens,
    private readonly mail: AccountMailer,
  ) {}

  async hash(password: string): Promise<{ readonly passwordHash: string } | TooManyAttemptsError> {
    try {
      return { passwordHash: await this.hasher.hash(password) };
    } catch (error) {
      if (error instanceof HashingBusyError) return tooManyAttempts(error.retryAfterSeconds);
      throw error;
    }
  }

  /**
   * In the caller's transaction: sets it, ends all sessions and voids all links for a reset. How many sessions there
   * were; null where the account is gone, or its password is no longer `former`.
   */
  async replace(
    em: EntityManager,
    userId: string,
    passwordHash: string,
    former?: string,
  ): Promise<{ readonly endedSessions: number } | null> {
    const where = { id: userId, ...(former !== undefined && { passwordHash: former }) };
    if ((await em.nativeUpdate(UserEntity, where, { passwordHash })) === 0) return null;
    await this.tokens.revoke(em, userId, 'PASSWORD_RESET');
    return { endedSessions: await this.sessions.endAll(em, userId) };
  }

  /** Tells the owner, who may not be the one who did it; at an address that is known to be theirs. */
  notify({ email, emailVerifiedAt }: UserEntity): void {
    if (emailVerifiedAt === null) return;
    this.mail.sendLater('password changed', async (appUrl) => ({ to: email, letter: passwordChangedLetter(appUrl) }));
  }
}
