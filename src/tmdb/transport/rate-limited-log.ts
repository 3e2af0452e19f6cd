import type { LoggerService } from '@nestjs/common';

export type LogSink = Pick<LoggerService, 'warn' | 'error'>;

/**
 * Writes at most one line per key and interval, so that an outage under load does not drown the log; the next line
 * says how many were left out.
 */
export class RateLimitedLog {
  readonly #lines = new Map<string, { writtenAtMs: number; leftOut: number }>();

  constructor(
    private readonly sink: LogSink,
    private readonly now: () => number,
    private readonly intervalMs: number,
  ) {}

  write(level: keyof LogSink, key: string, message: string, details: Readonly<Record<string, unknown>>): void {
    const line = this.#lines.get(key);
    if (line !== undefined && this.now() - line.writtenAtMs < this.intervalMs) {
      line.leftOut += 1;
      return;
    }
    this.#lines.set(key, { writtenAtMs: this.now(), leftOut: 0 });
    this.sink[level]({ ...details, ...(line && line.leftOut > 0 && { leftOut: line.leftOut }) }, message);
  }
}
