import type { Mail, MailTransport } from './mail.js';

/** Writes mails where they can be read: what `npm start` does when no mail server is given. */
export class PrintTransport implements MailTransport {
  constructor(private readonly write: (text: string) => unknown) {}

  send({ to, subject, text }: Mail): Promise<void> {
    const lines = ['', `--- Mail to ${to}`, `Subject: ${subject}`, '', printable(text).trimEnd(), '---', '', ''];
    this.write(lines.join('\n'));
    return Promise.resolve();
  }

  close(): void {
    // Nothing is held.
  }
}

/** Without what a terminal would obey. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, '\uFFFD');
}
