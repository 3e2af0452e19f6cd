import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Global, Module, type Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type MailSink, startMailSink } from '../../../test/support/mail-sink.js';
import { AppConfig } from '../../config/app-config.js';
import { MailModule } from './mail.module.js';
import { Mailer } from './mailer.js';

const mail = { to: 'ann@example.org', subject: 'Hello', text: 'Hello Ann' };

async function appWith(settings: Pick<AppConfig['mail'], 'delivery' | 'smtpUrl'>) {
  const config = { mail: { from: 'WatchMe <no-reply@watchme.example>', appUrl: 'https://app.example', ...settings } };
  const provider: Provider = { provide: AppConfig, useValue: config };
  @Global()
  @Module({ providers: [provider], exports: [provider] })
  class ConfigStandIn {}
  @Module({ imports: [ConfigStandIn, MailModule] })
  class TestModule {}
  return NestFactory.createApplicationContext(TestModule, { logger: false });
}

let sink: MailSink | undefined;

afterEach(async () => {
  jest.restoreAllMocks();
  await sink?.close();
  sink = undefined;
});

describe('MailModule', () => {
  it('sends through the mail server', async () => {
    sink = await startMailSink();
    const app = await appWith({ delivery: 'SMTP', smtpUrl: sink.url });
    await app.get(Mailer).send(mail);
    await app.close();
    expect(sink.mails).toEqual([expect.objectContaining(mail)]);
  });

  it('prints on stdout', async () => {
    const app = await appWith({ delivery: 'PRINT', smtpUrl: undefined });
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    await app.get(Mailer).send(mail);
    expect(write).toHaveBeenCalledWith(expect.stringContaining('Mail to ann@example.org'));
    await app.close();
  });

  it('says where there is no mail', async () => {
    const app = await appWith({ delivery: 'NONE', smtpUrl: undefined });
    expect(app.get(Mailer).isAvailable).toBe(false);
    await app.close();
  });
});
