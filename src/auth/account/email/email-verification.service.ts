import { Injectable } from '@nestjs/common';
import { AttemptsService } from '../../../platform/attempts/attempts.service.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.service.js';
import { UserEntity } from '../../../users/user.entity.js';
import type { InvalidTokenError, MailUnavailableError, TooManyAttemptsError } from '../../auth.errors.js';
import { invalidToken, mailUnavailable, tooManyAttempts } from '../../auth.results.js';
import { OneTimeTokens } from '../../one-time-tokens/one-time-tokens.service.js';
import { AccountMailer } from '../mail/account-mailer.js';
import { emailChangedLetter, verificationLetter } from '../mail/letters.js';

export interface EmailVerified {
  readonly __typename: 'EmailVerified';
  /** The account as it is now. */
  readonly user: UserEntity;
}

const windowSeconds = 3600;
/** Whoever has an account could else have strangers mailed, by giving their addresses for it. */
const mailsOfAddress = 3;
/** The same by registering; people behind one address of a network share them. */
const mailsOfClient = 30;

/** Finds out whether mail to an address reaches the owner of its account. */
@Injectable()
export class EmailVerification {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: AttemptsService,
    private readonly tokens: OneTimeTokens,
    private readonly mail: AccountMailer,
  ) {}

  /** Sends a link, after the answer; after registering. Nothing where there is no mail, or too much went there. */
  async sendTo(user: UserEntity, clientAddress: string): Promise<void> {
    const limit = { scope: 'verification-client', subject: clientAddress, points: mailsOfClient, windowSeconds };
    if (this.mail.isAvailable && (await this.attempts.takeOne(limit)).allowed) await this.request(user);
  }

  /** Tells the former address, if it was known to be theirs, and sends a link to the new one; after the commit. */
  async addressChanged(user: UserEntity, former: UserEntity): Promise<void> {
    if (former.emailVerifiedAt !== null)
      this.mail.sendLater('address changed', async () => ({ to: former.email, letter: emailChangedLetter() }));
    await this.request(user);
  }

  /** Null when a link is on its way, or there is nothing to verify. */
  async request(user: UserEntity): Promise<MailUnavailableError | TooManyAttemptsError | null> {
    if (user.emailVerifiedAt !== null) return null;
    if (!this.mail.isAvailable) return mailUnavailable();
    const limit = { scope: 'verification-address', subject: user.email, points: mailsOfAddress, windowSeconds };
    const outcome = await this.attempts.takeOne(limit);
    if (!outcome.allowed) return tooManyAttempts(outcome.retryAfterSeconds);
    this.mail.sendLater('verification', async (appUrl) => {
      const token = await this.database.write((em) => this.tokens.issue(em, user, 'EMAIL_VERIFICATION'));
      return { to: user.email, letter: verificationLetter(appUrl, token) };
    });
    return null;
  }

  /** By the token of the link, once, while the account has the address that it went to. */
  async verify(token: string): Promise<EmailVerified | InvalidTokenError> {
    const user = await this.database.write(async (em) => {
      const grant = await this.tokens.redeem(em, token, 'EMAIL_VERIFICATION');
      if (grant === null) return null;
      const id = grant.userId;
      const emailVerifiedAt = this.clock.now();
      await em.nativeUpdate(UserEntity, { id, emailVerifiedAt: null }, { emailVerifiedAt });
      return em.findOne(UserEntity, { id });
    });
    return user === null ? invalidToken() : { __typename: 'EmailVerified', user };
  }
}
