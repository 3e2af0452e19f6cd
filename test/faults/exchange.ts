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
export function exchange({ host, port }: Address, request: HttpRequest): Promise<FullAnswer> {
  const { path, body, headers, method = body === undefined ? 'GET' : 'POST' } = request;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(readerTimeoutMs);
    const sent = httpRequest({ agent, host, port, path, method, signal, headers: { ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        try {
          const bytes = inflated(Buffer.concat(chunks), response.headers['content-encoding']);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: bytes.toString() });
        } catch (error) {
          reject(error as Error);
        }
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function inflated(bytes: Buffer, coding: string | undefined): Buffer {
  if (coding === undefined || bytes.length === 0) return bytes;
  return coding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes);
}
