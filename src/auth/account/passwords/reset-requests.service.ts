import { Injectable } from '@nestjs/common';
import { AttemptsService } from '../../../platform/attempts/attempts.service.js';
import { Database } from '../../../platform/database/database.service.js';
import type { InvalidInput } from '../../../platform/input/input-issues.js';
import { normaliseEmail } from '../../../users/email-address.js';
import { UserEntity } from '../../../users/user.entity.js';
import type { MailUnavailableError, TooManyAttemptsError } from '../../auth.errors.js';
import { invalidEmail, mailUnavailable, tooManyAttempts } from '../../auth.results.js';
import { OneTimeTokens } from '../../one-time-tokens/one-time-tokens.service.js';
import { AccountMailer } from '../mail/account-mailer.js';
import { resetLetter } from '../mail/letters.js';

const windowSeconds = 3600;
const pointsOfClient = 10;
const pointsOfAddress = 3;

/** Sends links for a new password. Whether an address has an account shows neither in the answer nor in its time. */
@Injectable()
export class ResetRequests {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptsService,
    private readonly tokens: OneTimeTokens,
    private readonly mail: AccountMailer,
  ) {}

  /** Null when it is done, whether or not there is an account. */
  async request(
    text: string,
    clientAddress: string,
  ): Promise<InvalidInput | MailUnavailableError | TooManyAttemptsError | null> {
    if (!this.mail.isAvailable) return mailUnavailable();
    const email = normaliseEmail(text);
    if (email === null) return invalidEmail();
    // Whoever waits for a mail is told if none can come; it says nothing of the address, and counts as nothing.
    await this.database.read((em) => em.execute('select 1'));
    const refusal = (await this.limit('client', clientAddress)) ?? (await this.limit('address', email));
    if (refusal !== null) return refusal;
    this.mail.sendLater('password reset', async (appUrl) => {
      const token = await this.issueFor(email);
      return token === null ? null : { to: email, letter: resetLetter(appUrl, token) };
    });
    return null;
  }

  private issueFor(email: string): Promise<string | null> {
    return this.database.write(async (em) => {
      const user = await em.findOne(UserEntity, { email });
      return user && this.tokens.issue(em, user, 'PASSWORD_RESET');
    });
  }

  /** Unknown addresses count as known ones do. */
  private async limit(kind: 'client' | 'address', subject: string): Promise<TooManyAttemptsError | null> {
    const points = kind === 'client' ? pointsOfClient : pointsOfAddress;
    const outcome = await this.attempts.takeOne({ scope: `reset-${kind}`, subject, points, windowSeconds });
    return outcome.allowed ? null : tooManyAttempts(outcome.retryAfterSeconds);
  }
}
