import { Agent, type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { HttpAnswer } from './judge.js';

/** Where a server listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** What goes out; GET where neither a method nor a body is given. */
export interface HttpRequest {
  readonly method?: string;
  readonly path: string;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FullAnswer extends HttpAnswer {
  readonly headers: IncomingHttpHeaders;
}

/** A reader waits no longer. */
export const readerTimeoutMs = 5000;

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** Sends a request and reads the answer, inflated. @throws where the connection breaks, or none comes in time. */
export async function exchange(address: Address, request: HttpRequest): Promise<FullAnswer> {
  const { status, headers, bytes } = await sendAndRead(address, request);
  return { status, headers, text: inflated(bytes, headers['content-encoding']).toString() };
}

interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

function sendAndRead({ host, port }: Address, request: HttpRequest): Promise<RawAnswer> {
  const { path, body, headers, method = body === undefined ? 'GET' : 'POST' } = request;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(readerTimeoutMs);
    const sent = httpRequest({ agent, host, port, path, method, signal, headers: { ...headers } }, (response) => {
      const { statusCode: status = 0 } = response;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status, headers: response.headers, bytes: Buffer.concat(chunks) }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function inflated(bytes: Buffer, coding: string | undefined): Buffer {
  if (coding === undefined || bytes.length === 0) return bytes;
  return coding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes);
}
