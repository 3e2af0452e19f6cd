import { Module } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import type { MailTransport } from './mail.js';
import { Mailer } from './mailer.js';
import { PrintTransport } from './print-transport.js';
import { SmtpTransport } from './smtp-transport.js';

/** Hands out `Mailer`. Nothing connects before the first mail. */
@Module({
  providers: [
    { provide: Mailer, inject: [AppConfig], useFactory: ({ mail }: AppConfig) => new Mailer(transportOf(mail)) },
  ],
  exports: [Mailer],
})
export class MailModule {}

function transportOf({ delivery, smtpUrl, from }: AppConfig['mail']): MailTransport | null {
  if (delivery === 'PRINT') return new PrintTransport((text) => process.stdout.write(text));
  return delivery === 'SMTP' && smtpUrl !== undefined ? new SmtpTransport(smtpUrl, from) : null;
}
