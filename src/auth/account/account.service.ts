import { Injectable } from '@nestjs/common';
import { type EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Database } from '../../platform/database/database.service.js';
import { InputIssues, type InvalidInput } from '../../platform/input/input-issues.js';
import { normaliseEmail } from '../../users/email-address.js';
import { UserEntity } from '../../users/user.entity.js';
import type { EmailTakenError, InvalidCredentialsError, TooManyAttemptsError } from '../auth.errors.js';
import { emailTaken, type PasswordRefusal } from '../auth.results.js';
import { OneTimeTokens } from '../one-time-tokens/one-time-tokens.service.js';
import { PasswordRules } from '../passwords/password-rules.service.js';
import { type OpenSession, SessionsService } from '../sessions/sessions.service.js';
import { AccountPasswords } from './account-passwords.service.js';

type Refused = InvalidCredentialsError | TooManyAttemptsError;

/** What owners do with their accounts; each asks the password again. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly passwords: AccountPasswords,
    private readonly rules: PasswordRules,
    private readonly tokens: OneTimeTokens,
  ) {}

  /** Ends all sessions and begins one: whoever else was signed in is out. */
  async changePassword(
    user: UserEntity,
    { currentPassword, newPassword }: { readonly currentPassword: string; readonly newPassword: string },
    userAgent: string | undefined,
  ): Promise<OpenSession | Refused | PasswordRefusal> {
    const weak = await this.rules.refusal(newPassword, 'newPassword', user.email);
    if (weak !== null) return weak;
    const refused = await this.passwords.refusal(user, currentPassword);
    if (refused !== null) return refused;
    const passwordHash = await this.passwords.hash(newPassword);
    if (typeof passwordHash !== 'string') return passwordHash;
    return this.database.write(async (em) => {
      await this.setPassword(em, user.id, passwordHash);
      return this.sessions.start(em, user.id, userAgent);
    });
  }

  async changeEmail(
    user: UserEntity,
    input: { readonly email: string; readonly password: string },
  ): Promise<UserEntity | Refused | InvalidInput | EmailTakenError> {
    const email = normaliseEmail(input.email);
    const issues = new InputIssues();
    if (email === null) issues.add('email', 'INVALID', 'This is no address of mail, such as ana@example.com.');
    const invalid = issues.toError();
    if (invalid !== null || email === null) return invalid ?? emailTaken();
    const refused = await this.passwords.refusal(user, input.password);
    if (refused !== null) return refused;
    const emailVerifiedAt = email === user.email ? user.emailVerifiedAt : null;
    try {
      await this.database.writeRepeatable(async (em) => {
        await em.nativeUpdate(UserEntity, { id: user.id }, { email, emailVerifiedAt });
        await this.tokens.revokeAll(em, user.id);
      });
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) return emailTaken();
      throw error;
    }
    return { ...user, email, emailVerifiedAt };
  }

  /** Everything goes: sessions, tokens, the library. Null when it is gone. */
  async deleteAccount(user: UserEntity, password: string): Promise<Refused | null> {
    const refused = await this.passwords.refusal(user, password);
    if (refused !== null) return refused;
    await this.database.writeRepeatable((em) => em.nativeDelete(UserEntity, { id: user.id }));
    return null;
  }

  /** In a transaction: all that let in by the former one ends. */
  async setPassword(em: EntityManager, userId: string, passwordHash: string): Promise<void> {
    await em.nativeUpdate(UserEntity, { id: userId }, { passwordHash });
    await this.sessions.endAll(em, userId);
    await this.tokens.revokeAll(em, userId);
  }
}
