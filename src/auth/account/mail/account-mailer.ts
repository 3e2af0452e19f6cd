import { Injectable, Logger } from '@nestjs/common';
import { AppConfig } from '../../../config/app-config.js';
import { BackgroundWork } from '../../../platform/background/background-work.js';
import { MailError } from '../../../platform/mail/mail.error.js';
import type { Mail } from '../../../platform/mail/mail.js';
import { Mailer } from '../../../platform/mail/mailer.js';
import type { Letter } from './letters.js';

/** Mails about accounts, all of them sent behind the answer. */
@Injectable()
export class AccountMailer {
  private readonly logger = new Logger(AccountMailer.name);
  /** Where links lead: as configured, never as a request says. */
  private readonly appUrl: string;

  constructor(
    private readonly mailer: Mailer,
    private readonly background: BackgroundWork,
    { mail }: AppConfig,
  ) {
    this.appUrl = mail.appUrl;
  }

  get isAvailable(): boolean {
    return this.mailer.isAvailable;
  }

  /**
   * Finds out what to send, and to whom, and sends it; null: nothing. Does nothing at all where there is no mail. `name`
   * is for the log.
   */
  sendLater(name: string, compose: (appUrl: string) => Promise<{ to: string; letter: Letter } | null>): void {
    if (!this.isAvailable) return;
    this.background.start(name, async () => {
      const composed = await compose(this.appUrl);
      if (composed !== null) await this.send(name, { to: composed.to, ...composed.letter });
    });
  }

  private async send(name: string, mail: Mail): Promise<void> {
    try {
      await this.mailer.send(mail);
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      this.logger.warn({ mail: name, reason: error.message }, 'A mail was not sent');
    }
  }
}
