import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.service.js';
import { normaliseEmail } from '../../users/email-address.js';
import { UserEntity } from '../../users/user.entity.js';
import type { InvalidTokenError, MailUnavailableError, TooManyAttemptsError } from '../auth.errors.js';
import { invalidToken, type PasswordRefusal } from '../auth.results.js';
import { OneTimeTokens } from '../one-time-tokens/one-time-tokens.service.js';
import { PasswordRules } from '../passwords/password-rules.service.js';
import { AccountService } from './account.service.js';
import { ResetOutside } from './reset-outside.service.js';

/** A new password for whoever forgot theirs, by a token that goes to the address of the account. */
@Injectable()
export class PasswordReset {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountService,
    private readonly rules: PasswordRules,
    private readonly tokens: OneTimeTokens,
    private readonly outside: ResetOutside,
  ) {}

  /** Null when it is done: the same for addresses with and without an account. */
  async request(text: string, clientAddress: string): Promise<MailUnavailableError | TooManyAttemptsError | null> {
    const email = normaliseEmail(text) ?? text.slice(0, 254);
    const refused = await this.outside.refusal(email, clientAddress);
    if (refused !== null) return refused;
    const user = await this.database.read((em) => em.findOne(UserEntity, { email }));
    // After the answer, whose time would else tell whether there is an account.
    if (user !== null) setImmediate(() => void this.send(user));
    return null;
  }

  async reset(
    token: string,
    newPassword: string,
  ): Promise<InvalidTokenError | PasswordRefusal | TooManyAttemptsError | null> {
    const weak = await this.rules.refusal(newPassword, 'newPassword', '');
    if (weak !== null) return weak;
    const passwordHash = await this.outside.hash(newPassword);
    if (typeof passwordHash !== 'string') return passwordHash;
    return this.database.write(async (em) => {
      const userId = await this.tokens.redeem(em, token, 'PASSWORD_RESET');
      if (userId === null) return invalidToken();
      await this.accounts.setPassword(em, userId, passwordHash);
      return null;
    });
  }

  private async send(user: UserEntity): Promise<void> {
    const token = await this.database.write((em) => this.tokens.issue(em, user, 'PASSWORD_RESET')).catch(() => null);
    if (token !== null) this.outside.mail(user.email, token);
  }
}
