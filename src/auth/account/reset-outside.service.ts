import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { AttemptsService } from '../../platform/attempts/attempts.service.js';
import { Mailer } from '../../platform/mail/mailer.js';
import type { MailUnavailableError, TooManyAttemptsError } from '../auth.errors.js';
import { mailUnavailable, tooManyAttempts } from '../auth.results.js';
import { AccountPasswords } from './account-passwords.service.js';

const hour = 3600;

/** What a reset needs of the world: mail, limits, hashing. */
@Injectable()
export class ResetOutside {
  constructor(
    private readonly mailer: Mailer,
    private readonly attempts: AttemptsService,
    private readonly passwords: AccountPasswords,
    private readonly config: AppConfig,
  ) {}

  async refusal(email: string, clientAddress: string): Promise<MailUnavailableError | TooManyAttemptsError | null> {
    if (!this.mailer.isAvailable) return mailUnavailable();
    const keys = [
      { scope: 'reset-client', subject: clientAddress, points: 10, windowSeconds: hour },
      { scope: 'reset-account', subject: email, points: 3, windowSeconds: hour },
    ];
    for (const key of keys) {
      const outcome = await this.attempts.takeOne(key);
      if (!outcome.allowed) return tooManyAttempts(outcome.retryAfterSeconds);
    }
    return null;
  }

  hash(password: string): Promise<string | TooManyAttemptsError> {
    return this.passwords.hash(password);
  }

  /** In the fragment of the link: that part goes to no server, and so into no log. */
  mail(to: string, token: string): void {
    this.mailer.sendLater({
      to,
      subject: 'A new password for WatchMe',
      text: [
        'Somebody, probably you, asked for a new password for your account at WatchMe.',
        `Choose one within 30 minutes: ${this.config.mail.appUrl}/reset-password#token=${token}`,
        'If it was not you, do nothing: your password stays as it is.',
      ].join('\n\n'),
    });
  }
}
