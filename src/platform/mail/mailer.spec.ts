import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
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

let logged: unknown[][];

beforeEach(() => {
  logged = [];
  jest.spyOn(Logger.prototype, 'warn').mockImplementation((...line) => void logged.push(line));
});

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

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

  it('logs what fails behind the answer without a word of the mail', async () => {
    const transport = new HeldTransport();
    const mailer = new Mailer(transport);
    mailer.sendLater(mail);
    mailer.sendLater(mail);
    transport.held[0]!.fail(new MailError('EENVELOPE 550'));
    transport.held[1]!.fail(new TypeError('550 <ann@example.org>: no such mailbox'));
    await mailer.onApplicationShutdown();
    expect(logged).toEqual([
      [{ reason: 'EENVELOPE 550' }, 'A mail was not sent'],
      [{ reason: 'TypeError' }, 'A mail was not sent'],
    ]);
  });

  it('logs, rather than throws, that there is no mail or a bad address', async () => {
    const mailer = new Mailer(null);
    mailer.sendLater(mail);
    await mailer.onApplicationShutdown();
    const other = new Mailer(new HeldTransport());
    other.sendLater({ ...mail, to: 'ann' });
    await other.onApplicationShutdown();
    expect(logged).toHaveLength(2);
    expect(JSON.stringify(logged)).not.toContain('ann');
  });

  it('drops mails beyond those that may be under way, and takes them again later', async () => {
    const transport = new HeldTransport();
    const mailer = new Mailer(transport, { underWayMax: 1 });
    mailer.sendLater(mail);
    mailer.sendLater(mail);
    expect(transport.held).toHaveLength(1);
    expect(logged).toEqual([[{ reason: 'too many are under way' }, 'A mail was not sent']]);
    transport.held[0]!.succeed();
    await new Promise(setImmediate);
    mailer.sendLater(mail);
    expect(transport.held).toHaveLength(2);
  });

  it('waits at its end for mails under way, then closes', async () => {
    const transport = new HeldTransport();
    const mailer = new Mailer(transport);
    mailer.sendLater(mail);
    let isDown = false;
    const closing = mailer.onApplicationShutdown().then(() => (isDown = true));
    await new Promise(setImmediate);
    expect([isDown, transport.isClosed]).toEqual([false, false]);
    transport.held[0]!.succeed();
    await closing;
    expect(transport.isClosed).toBe(true);
  });

  it('does not wait for ever', async () => {
    jest.useFakeTimers();
    const transport = new HeldTransport();
    const mailer = new Mailer(transport, { closingGraceMs: 5000 });
    mailer.sendLater(mail);
    const closing = mailer.onApplicationShutdown();
    await jest.advanceTimersByTimeAsync(4999);
    expect(transport.isClosed).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    await closing;
    expect(transport.isClosed).toBe(true);
  });

  it('opens nothing anew once it is closed', async () => {
    const transport = new HeldTransport();
    const mailer = new Mailer(transport);
    await mailer.onApplicationShutdown();
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
