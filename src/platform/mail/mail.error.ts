/**
 * A mail that was not sent. The message says why in codes (`EENVELOPE 550`) and never quotes what the mail server said,
 * which often repeats the address.
 */
export class MailError extends Error {
  override readonly name = 'MailError';
}
