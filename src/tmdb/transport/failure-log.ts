import type { UpstreamFailure } from '../tmdb.errors.js';
import { type LogSink, RateLimitedLog } from './rate-limited-log.js';

const intervalMs = 10_000;

/** Tells operators about failed calls, at most one line per reason and ten seconds; never with an address or token. */
export class FailureLog {
  readonly #log: RateLimitedLog;

  constructor(sink: LogSink, now: () => number) {
    this.#log = new RateLimitedLog(sink, now, intervalMs);
  }

  write(family: string, attempts: number, failure: UpstreamFailure): void {
    const { level, key, message } = lineFor(failure);
    this.#log.write(level, key, message, { family, attempts, ...failure });
  }

  /** Calls are held back from now on. Of a token that is not accepted the failed call itself has told. */
  writeOpened({ reason }: UpstreamFailure): void {
    if (reason === 'unauthorized') return;
    const message = 'TMDb fails too often: it is left alone but for a probe a second, until one succeeds';
    this.#log.write('warn', 'circuit-open', message, { reason });
  }

  /** An answer that lacks parts which were asked for: the rest of it is used all the same. */
  writeMissingParts(family: string, parts: readonly string[]): void {
    this.#log.write('warn', 'missing-part', 'An answer of TMDb lacks parts that were asked for', { family, parts });
  }
}

function lineFor({ reason, status }: UpstreamFailure): { level: keyof LogSink; key: string; message: string } {
  if (reason === 'unauthorized') {
    const message =
      'TMDb does not accept our token: no film can be read until TMDB_READ_TOKEN holds a valid API Read Access Token';
    return { level: 'error', key: reason, message };
  }
  if (reason === 'refused') return { level: 'error', key: reason, message: 'TMDb calls a request of ours wrong' };
  if (status === 404) {
    const message =
      'Nothing is at an address that TMDb has: see whether TMDB_BASE_URL leads to its API, with "/3" at the end';
    return { level: 'error', key: 'not-found', message };
  }
  return { level: 'warn', key: reason, message: 'A call to TMDb failed' };
}
