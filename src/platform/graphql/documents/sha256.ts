import { createHash } from 'node:crypto';

/** The SHA-256 of a text in UTF-8, in hex of lower case: what names a document. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
