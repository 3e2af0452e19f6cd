import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { checkMail } from './check-mail.js';
import { MailError } from './mail.error.js';
import type { Mail, MailTransport } from './mail.js';

/** Sends mails where there is a way to: SMTP, the terminal under `npm start`, or none. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private isClosed = false;

  constructor(private readonly transport: MailTransport | null) {}

  /** Ask before a token is made for a mail. */
  get isAvailable(): boolean {
    return this.transport !== null;
  }

  /** Resolves when the server has taken the mail. @throws MailError when it has not, or where there is no mail. */
  async send(mail: Mail): Promise<void> {
    if (this.transport === null) throw new MailError('there is no mail; set SMTP_URL');
    if (this.isClosed) throw new MailError('the app is closing');
    checkMail(mail);
    await this.transport.send(mail);
  }

  onApplicationShutdown(): void {
    this.isClosed = true;
    this.transport?.close();
  }
}
