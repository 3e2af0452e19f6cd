import type { IncomingMessage } from 'node:http';
import { bodyLimitBytes } from '../graphql/limits/limits.js';

/** Why a body is not taken. */
export type BodyFault =
  | { readonly kind: 'encoded' }
  /** `bytes` as announced, or what was read until it was too much. */
  | { readonly kind: 'too-large'; readonly bytes: number; readonly isAnnounced: boolean };

export interface BodyReader {
  readonly onBody: (body: Buffer) => void;
  readonly onFault: (fault: BodyFault) => void;
}

/**
 * Reads a body of at most 100 kB, uncompressed. One of the two is called, once; neither for a client that goes away
 * before its body is all there. By callbacks: a promise would cost an answer that is known already a twentieth.
 */
export function readBody(request: IncomingMessage, { onBody, onFault }: BodyReader): void {
  const { 'content-encoding': encoding = 'identity', 'content-length': length = '0' } = request.headers;
  if (encoding.toLowerCase() !== 'identity') return onFault({ kind: 'encoded' });
  if (Number(length) > bodyLimitBytes) {
    return onFault({ kind: 'too-large', bytes: Number(length), isAnnounced: true });
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  const onData = (chunk: Buffer): void => {
    bytes += chunk.length;
    if (bytes <= bodyLimitBytes) chunks.push(chunk);
    else {
      request.off('data', onData).off('end', onEnd);
      onFault({ kind: 'too-large', bytes, isAnnounced: false });
    }
  };
  const onEnd = (): void => onBody(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
  request.on('data', onData).once('end', onEnd);
}
