import type { SMTPPoolOptions, SMTPPoolSentMessageInfo, Transporter } from 'nodemailer';
import { MailError } from './mail.error.js';
import type { Mail, MailTransport } from './mail.js';

export interface SmtpLimits {
  /** Of each step on the way to a connection. */
  readonly connectMs: number;
  /** Of silence. */
  readonly idleMs: number;
  /** Of one mail in all, the wait for a connection included. */
  readonly totalMs: number;
}

type Pool = Transporter<SMTPPoolSentMessageInfo, SMTPPoolOptions>;

const usualLimits: SmtpLimits = { connectMs: 3000, idleMs: 5000, totalMs: 10_000 };

/**
 * Hands mails to a server over a small pool of connections. `smtps:` is TLS from the start; `smtp:` becomes TLS when
 * the server offers it, and must when the URL has a password. Certificates are always verified. nodemailer is loaded
 * with the first mail.
 */
export class SmtpTransport implements MailTransport {
  private pool: Promise<Pool> | undefined;

  constructor(
    private readonly url: string,
    private readonly from: string,
    private readonly limits: SmtpLimits = usualLimits,
  ) {}

  async send({ to, subject, text }: Mail): Promise<void> {
    const pool = await (this.pool ??= this.open());
    try {
      await pool.sendMail({
        from: this.from,
        to,
        subject,
        text,
        // Keeps out-of-office replies from answering (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.timeout(this.limits.totalMs),
      });
    } catch (error) {
      // Not as a cause: it quotes addresses.
      throw new MailError(reasonOf(error));
    }
  }

  close(): void {
    void this.pool?.then(
      (pool) => pool.close({ force: true }),
      () => undefined,
    );
  }

  private async open(): Promise<Pool> {
    const { createTransport } = await import('nodemailer');
    const { connectMs, idleMs } = this.limits;
    return createTransport({
      url: withoutOptions(this.url),
      pool: true,
      maxConnections: 2,
      maxRequeues: 2,
      requireTLS: new URL(this.url).password !== '',
      dnsTimeout: connectMs,
      connectionTimeout: connectMs,
      greetingTimeout: connectMs,
      socketTimeout: idleMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }
}

/** nodemailer would take options from the query, `tls.rejectUnauthorized` among them. */
function withoutOptions(address: string): string {
  const url = new URL(address);
  url.search = '';
  return url.href;
}

/** By shape: errors of sockets may be of another realm. */
function reasonOf(error: unknown): string {
  const { name, code, responseCode } = Object(error) as { name?: string; code?: string; responseCode?: number };
  return [code ?? name ?? 'unknown', responseCode].filter((part) => part !== undefined).join(' ');
}
