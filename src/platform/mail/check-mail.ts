import type { Mail } from './mail.js';
import { MailError } from './mail.error.js';

/** Without what separates addresses, ends a line or quotes: no such address is one we would write to. */
const singleAddress = /^[^\p{Cc}\p{Zs}\p{Zl}\p{Zp}<>()[\]\\,;:"@]+@[^\p{Cc}\p{Zs}\p{Zl}\p{Zp}<>()[\]\\,;:"@]+$/u;
const lineEnds = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/**
 * Refuses what could become more than one header line or more than one recipient.
 *
 * @throws MailError
 */
export function checkMail({ to, subject }: Mail): void {
  if (!singleAddress.test(to)) throw new MailError('the address is not a single one');
  if (lineEnds.test(subject)) throw new MailError('the subject is not a single line');
}
