import { crc32 } from 'node:zlib';

/**
 * The bytes of an answer: a buffer, or a text with a character for each byte. Node sends such a text of a page of films in
 * one call, without allocating a buffer for it.
 */
export type Payload = Buffer | string;

/** Texts are copied here to be summed. */
const scratch = Buffer.allocUnsafe(64 * 1024);

export function bytesOf(payload: Payload): Buffer {
  return typeof payload === 'string' ? Buffer.from(payload, 'latin1') : payload;
}

/** CRC-32. */
export function checksumOf(payload: Payload): number {
  if (typeof payload !== 'string') return crc32(payload);
  let sum = 0;
  for (let start = 0; start < payload.length; start += scratch.length) {
    const part = payload.length <= scratch.length ? payload : payload.slice(start, start + scratch.length);
    sum = crc32(scratch.subarray(0, scratch.write(part, 'latin1')), sum);
  }
  return sum;
}
