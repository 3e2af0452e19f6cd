import { describe, expect, it } from '@jest/globals';
import { MailError } from './mail.error.js';
import type { Mail, MailTransport } from './mail.js';
import { Mailer } from './mailer.js';
import { PrintTransport } from './print-transport.js';

const mail: Mail = { to: 'ann@example.org', subject: 'Confirm your address', text: 'https://app.example/#token=abc' };

/** Holds every mail until it is told how it went. */
class HeldTransport implements MailTransport {
  readonly held: (Mail & { succeed(): void; fail(error: unknown): void })[] = [];
  isClosed = false;

  send(given: Mail): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.held.push({ ...given, succeed: resolve, fail: reject });
    return promise;
  }

  close(): void {
    this.isClosed = true;
  }
}

describe('Mailer', () => {
  it('says whether there is mail', () => {
    expect(new Mailer(new HeldTransport()).isAvailable).toBe(true);
    expect(new Mailer(null).isAvailable).toBe(false);
  });

  it('refuses to send where there is no mail', async () => {
    await expect(new Mailer(null).send(mail)).rejects.toThrow('there is no mail; set SMTP_URL');
  });

  it.each([
    ['a second header in the address', { to: 'ann@example.org\r\nBcc: eve@example.org' }],
    ['two addresses', { to: 'ann@example.org,eve@example.org' }],
    ['two addresses, the first quoted', { to: '"ann@example.org,"@example.org' }],
    ['an address with a name', { to: 'Ann <ann@example.org>' }],
    ['an address without a host', { to: 'ann' }],
    ['a second header in the subject', { subject: 'Hello\nBcc: eve@example.org' }],
    ['a line separator in the subject', { subject: 'Hello\u2028Bcc: eve@example.org' }],
    ['a null in the subject', { subject: 'Hello\0' }],
  ])('refuses %s', async (_what, part) => {
    const transport = new HeldTransport();
    await expect(new Mailer(transport).send({ ...mail, ...part })).rejects.toThrow(MailError);
    expect(transport.held).toEqual([]);
  });

  it.each(['ann+films@example.org', "o'hara@example.org", 'jürgen@bücher.example', 'ann@mail.example.co.uk'])(
    'writes to %s',
    async (to) => {
      const transport = new HeldTransport();
      const sending = new Mailer(transport).send({ ...mail, to });
      transport.held[0]!.succeed();
      await sending;
    },
  );

  it('opens nothing anew once it is closed', async () => {
    const transport = new HeldTransport();
    const mailer = new Mailer(transport);
    mailer.onApplicationShutdown();
    expect(transport.isClosed).toBe(true);
    await expect(mailer.send(mail)).rejects.toThrow('the app is closing');
    expect(transport.held).toEqual([]);
  });
});

describe('PrintTransport', () => {
  it('writes a mail so that its link can be copied', async () => {
    let written = '';
    await new PrintTransport((text) => (written += text)).send(mail);
    expect(written).toBe(
      '\n--- Mail to ann@example.org\nSubject: Confirm your address\n\nhttps://app.example/#token=abc\n---\n\n',
    );
  });

  it('writes nothing that a terminal would obey', async () => {
    let written = '';
    await new PrintTransport((text) => (written += text)).send({ ...mail, text: 'a\u001B[2Jb\r\tc\n' });
    expect(written).toContain('a\uFFFD[2Jb\uFFFD\tc\n');
  });
});
