import { hash } from 'node:crypto';

/**
 * The bytes of an answer: a buffer, or a text with a character for each byte. Node sends such a text of a page of films in
 * one call, without allocating a buffer for it.
 */
export type Payload = Buffer | string;

/** Texts are copied here to be digested. */
const scratch = Buffer.allocUnsafe(64 * 1024);

export function bytesOf(payload: Payload): Buffer {
  return typeof payload === 'string' ? Buffer.from(payload, 'latin1') : payload;
}

/** The same in memory of its own: what compresses, and what makes small buffers, gives parts of larger ones. */
export function keptBytesOf(payload: Payload): Buffer {
  const bytes = bytesOf(payload);
  if (bytes.buffer.byteLength === bytes.length) return bytes;
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}

/** A digest of 96 bits: texts of TMDb are anybody's to write, so that a checksum could be made to stay the same. */
export function digestOf(payload: Payload): string {
  const isLong = payload.length > scratch.length;
  const bytes =
    typeof payload !== 'string' || isLong ? bytesOf(payload) : scratch.subarray(0, scratch.write(payload, 'latin1'));
  return hash('sha1', bytes, 'base64url').slice(0, 16);
}
