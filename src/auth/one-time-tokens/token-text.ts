import { createHash, randomBytes } from 'node:crypto';

/** How a token reaches its user; the first letter of its text, and so under its hash. */
export type TokenChannel =
  /** To the address of the account: whoever has it gets that mail. */
  | 'MAIL'
  /** By an operator, which shows nothing about the address. */
  | 'OPERATOR';

const secretBytes = 32;
const letters = { MAIL: 'm', OPERATOR: 'o' } as const satisfies Record<TokenChannel, string>;

export function newTokenText(channel: TokenChannel): string {
  return `${letters[channel]}${randomBytes(secretBytes).toString('base64url')}`;
}

/** Null for a text that `newTokenText` never made. */
export function channelOf(text: string): TokenChannel | null {
  if (!/^[mo][\w-]{43}$/.test(text)) return null;
  return text.startsWith(letters.MAIL) ? 'MAIL' : 'OPERATOR';
}

/** What is kept of a token; it is random enough for a plain hash. */
export function hashOfToken(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
