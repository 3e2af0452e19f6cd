import { afterEach, describe, expect, jest, it } from '@jest/globals';
import { type MailSink, type SinkMode, startMailSink } from '../../../test/support/mail-sink.js';
import { MailError } from './mail.error.js';
import { SmtpTransport } from './smtp-transport.js';

// A machine that is busy with other tests may hold up what has a second to be done.
jest.retryTimes(2);

const from = 'Watch, Me <no-reply@watchme.example>';
const mail = { to: 'ann@example.org', subject: 'Reset your password', text: 'Hello Ann,\n\nhere it is.' };
const quick = { connectMs: 200, idleMs: 200, totalMs: 1000 };
const opened: { close(): unknown }[] = [];

async function sinkOf(mode?: SinkMode, port?: number): Promise<MailSink> {
  const sink = await startMailSink(mode, port);
  opened.push(sink);
  return sink;
}

function transportTo(url: string, limits = quick): SmtpTransport {
  const transport = new SmtpTransport(url, from, limits);
  opened.unshift(transport);
  return transport;
}

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

describe('SmtpTransport', () => {
  it('hands a mail to the server', async () => {
    const sink = await sinkOf();
    await transportTo(sink.url).send(mail);
    expect(await sink.nextMail()).toMatchObject({ ...mail, from: '"Watch, Me" <no-reply@watchme.example>' });
  });

  it('sends plain text that no machine answers, and nothing else', async () => {
    const sink = await sinkOf();
    await transportTo(sink.url).send(mail);
    const { headers } = await sink.nextMail();
    expect(headers.get('content-type')).toMatch(/^text\/plain; charset=utf-8/);
    expect(headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('keeps a long link in one piece', async () => {
    const sink = await sinkOf();
    const text = `Open this:\n\nhttps://app.example/reset-password#token=${'Ab3_-'.repeat(60)}\n\nWatchMe`;
    await transportTo(sink.url).send({ ...mail, text });
    expect((await sink.nextMail()).text).toBe(text);
  });

  it('carries every script, in the subject and in the text', async () => {
    const sink = await sinkOf();
    const words = {
      subject: 'Grüße an 映画 und Ünsinn, sehr lange, bis die Zeile bricht 🎬',
      text: 'Žluťoučký 映画 🎬',
    };
    await transportTo(sink.url).send({ ...mail, ...words });
    expect(await sink.nextMail()).toMatchObject(words);
  });

  it('sends a text that holds a file name or a URL as it is', async () => {
    const sink = await sinkOf();
    await transportTo(sink.url).send({ ...mail, text: '/etc/passwd' });
    expect((await sink.nextMail()).text).toBe('/etc/passwd');
  });

  it('sends many at once', async () => {
    const sink = await sinkOf();
    const transport = transportTo(sink.url);
    const subjects = Array.from({ length: 12 }, (_, index) => `Mail ${index}`);
    await Promise.all(subjects.map((subject) => transport.send({ ...mail, subject })));
    expect(sink.mails.map(({ subject }) => subject).toSorted()).toEqual(subjects.toSorted());
  });

  it.each<[string, SinkMode, RegExp]>([
    ['refuses the address', 'REFUSING', /^EENVELOPE 550$/],
    ['is not there', 'ABSENT', /^ESOCKET$/],
    ['says nothing', 'HANGING', /^ETIMEDOUT$/],
    ['has a certificate that nobody trusts', 'TLS', /^ESOCKET$/],
  ])('says in codes only that the server %s', async (_what, mode, reason) => {
    const { url } = await sinkOf(mode);
    const error = await transportTo(url).send(mail).catch(identity);
    expect(error).toBeInstanceOf(MailError);
    expect((error as MailError).message).toMatch(reason);
    expect(error).not.toHaveProperty('cause');
  });

  it('is not talked out of verifying certificates by the URL', async () => {
    const { url, mails } = await sinkOf('TLS');
    await expect(transportTo(`${url}?tls.rejectUnauthorized=false`).send(mail)).rejects.toThrow(MailError);
    expect(mails).toEqual([]);
  });

  it('sends no password over a line that anybody can read', async () => {
    const sink = await sinkOf('AUTH');
    const url = sink.url.replace('//', '//user:secret@');
    await expect(transportTo(url).send(mail)).rejects.toThrow(/^ETLS/);
  });

  it('sends again once the server is back', async () => {
    const first = await startMailSink();
    const transport = transportTo(first.url);
    await transport.send(mail);
    await first.close();
    await expect(transport.send(mail)).rejects.toThrow(MailError);
    const second = await sinkOf('TAKING', Number(new URL(first.url).port));
    await transport.send({ ...mail, subject: 'Again' });
    expect(await second.nextMail()).toMatchObject({ subject: 'Again' });
  });

  it('gives a mail up after its time in all, however slowly the server goes on', async () => {
    const { url } = await sinkOf('HANGING');
    const transport = transportTo(url, { connectMs: 60_000, idleMs: 60_000, totalMs: 50 });
    await expect(transport.send(mail)).rejects.toThrow(/^EABORT$/);
  });
});

function identity(thrown: unknown): unknown {
  return thrown;
}
