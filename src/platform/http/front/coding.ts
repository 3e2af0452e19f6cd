import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { MaybePromise } from '../../request/maybe-promise.js';
import { bytesOf, type Payload } from './payload.js';

/** Best first: where a client takes both alike, the first is used. */
export const codings = ['br', 'gzip', 'identity'] as const;

/** How the bytes of an answer are written, as `Content-Encoding` names it. */
export type Coding = (typeof codings)[number];

/** Below this many bytes compressing costs more than it saves: all of it goes in one packet anyway. */
export const leastCompressedBytes = 1024;

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** Levels that take a fraction of a millisecond for a page of films, at nearly the size of the best ones. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const gzipOptions = { level: 5 };

export interface Coded {
  readonly payload: Payload;
  readonly coding: Coding;
}

/** Small answers stay as they are. */
export function encode(payload: Payload, coding: Coding): MaybePromise<Coded> {
  if (coding === 'identity' || payload.length < leastCompressedBytes) return { payload, coding: 'identity' };
  const bytes = bytesOf(payload);
  const compressed = coding === 'br' ? asBrotli(bytes, brotliOptions) : asGzip(bytes, gzipOptions);
  return compressed.then((shorter) => ({ payload: shorter, coding }));
}
