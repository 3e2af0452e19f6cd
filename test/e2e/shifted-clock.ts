import { jest } from '@jest/globals';

/** Moves the clock that the app reads; made before the app is, so that all of the app sees it. */
export class ShiftedClock {
  private shiftMs = 0;
  private readonly spy;

  constructor() {
    const now = Date.now;
    this.spy = jest.spyOn(Date, 'now').mockImplementation(() => now() + this.shiftMs);
  }

  advance(ms: number): void {
    this.shiftMs += ms;
  }

  /** After two months nothing in the cache may be answered any more, and no ban of TMDb's lasts. */
  advanceMonths(): void {
    this.advance(60 * 86_400_000);
  }

  /** Longer than a ban of 429 in these tests, shorter than any entry of the cache lives. */
  advanceMinute(): void {
    this.advance(60_000);
  }

  restore(): void {
    this.spy.mockRestore();
  }
}
