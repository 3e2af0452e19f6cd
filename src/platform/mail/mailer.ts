import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { checkMail } from './check-mail.js';
import { MailError } from './mail.error.js';
import type { Mail, MailTransport } from './mail.js';

export interface MailerOptions {
  /** How many mails may be under way behind answers that are already out; further ones are dropped. */
  readonly underWayMax?: number;
  /** How long a shutdown waits for them. */
  readonly closingGraceMs?: number;
}

/** Sends mails where there is a way to: SMTP, the terminal under `npm start`, or none. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly logger = new Logger(Mailer.name);
  private readonly underWay = new Set<Promise<void>>();
  private readonly underWayMax: number;
  private readonly closingGraceMs: number;
  private isClosed = false;

  constructor(
    private readonly transport: MailTransport | null,
    { underWayMax = 100, closingGraceMs = 5000 }: MailerOptions = {},
  ) {
    this.underWayMax = underWayMax;
    this.closingGraceMs = closingGraceMs;
  }

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

  /**
   * Sends after the answer: nobody waits for it, so that the time of an answer does not tell whether a mail goes out.
   * What fails is logged, without the address.
   */
  sendLater(mail: Mail): void {
    if (this.underWay.size >= this.underWayMax) {
      this.logger.warn({ reason: 'too many are under way' }, 'A mail was not sent');
      return;
    }
    const sending = this.sendQuietly(mail);
    this.underWay.add(sending);
    void sending.finally(() => this.underWay.delete(sending));
  }

  async onApplicationShutdown(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise((resolve) => (timer = setTimeout(resolve, this.closingGraceMs)));
    await Promise.race([Promise.all(this.underWay), grace]);
    clearTimeout(timer);
    this.isClosed = true;
    this.transport?.close();
  }

  private async sendQuietly(mail: Mail): Promise<void> {
    try {
      await this.send(mail);
    } catch (error) {
      const reason = error instanceof MailError ? error.message : nameOf(error);
      this.logger.warn({ reason }, 'A mail was not sent');
    }
  }
}

/** Its message may quote the mail. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
