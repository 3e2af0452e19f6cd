import { createHash, createHmac, randomBytes } from 'node:crypto';

/**
 * A refresh token: a selector that its whole family shares, by which the session is found, and the secret of this one
 * token. Clients see 64 characters that mean nothing.
 */
export interface RefreshToken {
  readonly selector: Buffer;
  readonly secret: Buffer;
}

const selectorBytes = 16;
const secretBytes = 32;

/** The first of a family. */
export function newRefreshToken(): RefreshToken {
  return { selector: randomBytes(selectorBytes), secret: randomBytes(secretBytes) };
}

/** The one that follows: the same each time it is asked for, and not to be told without the key. */
export function successorOf({ selector, secret }: RefreshToken, key: Buffer): RefreshToken {
  return { selector, secret: createHmac('sha256', key).update(selector).update(secret).digest() };
}

export function printRefreshToken({ selector, secret }: RefreshToken): string {
  return Buffer.concat([selector, secret]).toString('base64url');
}

/** Null for a text that `printRefreshToken` never made. */
export function parseRefreshToken(text: string): RefreshToken | null {
  if (!/^[\w-]{64}$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  return { selector: bytes.subarray(0, selectorBytes), secret: bytes.subarray(selectorBytes) };
}

/** What is kept of a selector or a secret; both are random enough for a plain hash. */
export function hashOf(part: Buffer): Buffer {
  return createHash('sha256').update(part).digest();
}
