/** A mail to one person, in plain text. Lines end in `\n`. */
export interface Mail {
  /** One bare address, such as `ann@example.org`. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** One way of getting mails out. */
export interface MailTransport {
  /** @throws MailError */
  send(mail: Mail): Promise<void>;
  close(): void;
}
