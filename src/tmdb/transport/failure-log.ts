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
    const details = { family, attempts, ...failure };
    switch (failure.reason) {
      case 'unauthorized':
        this.#log.write(
          'error',
          failure.reason,
          'TMDb does not accept our token: no film can be read until TMDB_READ_TOKEN holds a valid API Read Access Token',
          details,
        );
        return;
      case 'refused':
        this.#log.write('error', failure.reason, 'TMDb calls a request of ours wrong', details);
        return;
      default:
        this.#log.write('warn', failure.reason, 'A call to TMDb failed', details);
    }
  }
}
