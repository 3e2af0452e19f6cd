import { Injectable } from '@nestjs/common';
import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { AttemptsService } from '../../../platform/attempts/attempts.service.js';
import { Database } from '../../../platform/database/database.service.js';
import type { InvalidInput } from '../../../platform/input/input-issues.js';
import { normaliseEmail } from '../../../users/email-address.js';
import { UserEntity } from '../../../users/user.entity.js';
import type { EmailTakenError, InvalidCredentialsError, TooManyAttemptsError } from '../../auth.errors.js';
import { emailTaken, invalidEmail, tooManyAttempts, wrongPassword } from '../../auth.results.js';
import { OneTimeTokens } from '../../one-time-tokens/one-time-tokens.service.js';
import { AccountConfirmation } from '../account-confirmation.service.js';
import { EmailVerification } from './email-verification.service.js';

/** In an hour. Each tells whether an address has an account, and mails a stranger if it is not one's own. */
const changesOfAnAccount = 10;

/** Gives accounts another address. */
@Injectable()
export class EmailChange {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptsService,
    private readonly confirmation: AccountConfirmation,
    private readonly tokens: OneTimeTokens,
    private readonly verification: EmailVerification,
  ) {}

  /** The account as it is then. The former address is told, and the new one has to be verified. */
  async change(
    user: UserEntity,
    input: { readonly email: string; readonly password: string },
  ): Promise<UserEntity | InvalidInput | InvalidCredentialsError | EmailTakenError | TooManyAttemptsError> {
    const email = normaliseEmail(input.email);
    if (email === null) return invalidEmail();
    const refused = await this.confirmation.refusal(user, input.password, 'password');
    if (refused !== null) return refused;
    if (email === user.email) return user;
    const limit = { scope: 'email-change', subject: user.id, points: changesOfAnAccount, windowSeconds: 3600 };
    const outcome = await this.attempts.takeOne(limit);
    if (!outcome.allowed) return tooManyAttempts(outcome.retryAfterSeconds);
    try {
      if (!(await this.save(user, email))) return wrongPassword('password');
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) return emailTaken();
      throw error;
    }
    const changed = { ...user, email, emailVerifiedAt: null };
    await this.verification.addressChanged(changed, user);
    return changed;
  }

  /** False where the password was changed since it was looked at. */
  private save({ id, passwordHash }: UserEntity, email: string): Promise<boolean> {
    return this.database.write(async (em) => {
      const where = { id, passwordHash };
      if ((await em.nativeUpdate(UserEntity, where, { email, emailVerifiedAt: null })) === 0) return false;
      await this.tokens.revoke(em, id);
      return true;
    });
  }
}
