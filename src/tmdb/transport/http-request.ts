import got, { RequestError, TimeoutError } from 'got';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { UpstreamAbandonedError, UpstreamUnavailableError } from '../tmdb.errors.js';
import { announcesTooMuch, readBody } from './body-limit.js';

export const maxBodyBytes = 2_000_000;
const maxSockets = 64;

export interface HttpAnswer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  /** Null: the answer is an error whose body is over the limit. */
  readonly body: Buffer | null;
}

/** Sends one GET, once, over kept-alive connections; no retry, no redirect, no more than 2 MB of body. */
export class HttpRequester {
  readonly #agents = {
    http: new HttpAgent({ keepAlive: true, maxSockets }),
    https: new HttpsAgent({ keepAlive: true, maxSockets }),
  };
  readonly #got;

  constructor(readToken: string, connectTimeoutMs: number) {
    this.#got = got.extend({
      agent: this.#agents,
      // Gzip alone: the cheapest to unpack, and all that TMDb's front needs to be told.
      headers: {
        authorization: `Bearer ${readToken}`,
        accept: 'application/json',
        'accept-encoding': 'gzip',
        'user-agent': 'WatchMe',
      },
      timeout: { lookup: connectTimeoutMs, connect: connectTimeoutMs, secureConnect: connectTimeoutMs },
      retry: { limit: 0 },
      followRedirect: false,
      throwHttpErrors: false,
    });
  }

  /**
   * An aborted signal ends the request and its connection.
   *
   * @throws UpstreamUnavailableError of reason `timeout`, `connection`, `bad-body` or `too-large`;
   * UpstreamAbandonedError once the signal is aborted.
   */
  async get(url: URL, timeoutMs: number, signal: AbortSignal): Promise<HttpAnswer> {
    const stream = this.#got.stream(url, { timeout: { request: timeoutMs }, signal });
    let isAnnouncedTooLarge = false;
    stream.once('response', (response: { headers: Record<string, string | undefined> }) => {
      isAnnouncedTooLarge = announcesTooMuch(response.headers['content-length'], maxBodyBytes);
      if (isAnnouncedTooLarge) stream.destroy();
    });
    try {
      const body = await readBody(stream, maxBodyBytes);
      return answerOf(stream.response, body);
    } catch (error) {
      if (isAnnouncedTooLarge) return answerOf(stream.response, null);
      throw signal.aborted ? new UpstreamAbandonedError() : toUpstreamError(error);
    }
  }

  close(): void {
    this.#agents.http.destroy();
    this.#agents.https.destroy();
  }
}

function answerOf(
  response: { statusCode: number; headers: Record<string, string | string[] | undefined> } | undefined,
  body: Buffer | null,
): HttpAnswer {
  if (response === undefined) throw new UpstreamUnavailableError({ reason: 'connection' });
  const { statusCode: status, headers } = response;
  if (body === null && status < 300) throw new UpstreamUnavailableError({ reason: 'too-large', status });
  const retryAfter = headers['retry-after'];
  return { status, retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined, body };
}

/** Takes from got's error only what is safe: its message holds the address and its options the token. */
function toUpstreamError(error: unknown): Error {
  if (error instanceof UpstreamUnavailableError) return error;
  if (error instanceof TimeoutError) return new UpstreamUnavailableError({ reason: 'timeout' });
  if (!(error instanceof RequestError)) return error instanceof Error ? error : new Error('Reading from TMDb failed');
  const networkCode = causeCode(error);
  // zlib's Z_BUF_ERROR is a body cut short; its other errors mean bytes that never were gzip.
  const isGarbage = networkCode.startsWith('Z_') && networkCode !== 'Z_BUF_ERROR';
  return new UpstreamUnavailableError({ reason: isGarbage ? 'bad-body' : 'connection', networkCode });
}

/** The code of what broke below got, such as zlib's or a socket's. */
function causeCode(error: RequestError): string {
  const { cause } = error;
  const isCoded = typeof cause === 'object' && cause !== null && 'code' in cause;
  return isCoded && typeof cause.code === 'string' ? cause.code : error.code;
}
