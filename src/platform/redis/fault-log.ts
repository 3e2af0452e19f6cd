import type { LoggerService } from '@nestjs/common';

const intervalMs = 10_000;

/** Tells of Redis' troubles: a line each ten seconds at most, for each failed command makes several events. */
export class FaultLog {
  private writtenAt = Number.NEGATIVE_INFINITY;
  private leftOut = 0;
  private isTroubled = false;

  /** `secrets` never reach the log, whatever a message quotes. */
  constructor(
    private readonly sink: Pick<LoggerService, 'warn' | 'log'>,
    private readonly secrets: readonly string[] = [],
    private readonly clock: () => number = Date.now,
  ) {}

  fault(error: unknown): void {
    this.isTroubled = true;
    if (this.clock() - this.writtenAt < intervalMs) {
      this.leftOut += 1;
      return;
    }
    this.sink.warn(
      { reason: this.describe(error), leftOut: this.leftOut },
      'Redis fails; the cache goes on without it',
    );
    this.writtenAt = this.clock();
    this.leftOut = 0;
  }

  recovered(): void {
    if (!this.isTroubled) return;
    this.isTroubled = false;
    this.sink.log('Redis is connected again');
  }

  private describe(error: unknown): string {
    // Node's AggregateError, when all of a host's addresses refuse, has no message but a code.
    const { name, code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : asError(error);
    const text = [name, code, message].filter((part) => part !== undefined && part !== '').join(' ');
    return this.secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  }
}

/** The password of a URL, both as it is written there and as it is sent. */
export function secretsOf(url: string | undefined): string[] {
  const password = url === undefined ? '' : new URL(url).password;
  return password === '' ? [] : [password, decodeURIComponent(password)];
}

function asError(thrown: unknown): NodeJS.ErrnoException {
  return { name: '', message: String(thrown) };
}
