import { jest } from '@jest/globals';

/** Moves the clock that the app reads; made before the app is, so that all of the app sees it. */
export class ShiftedClock {
  private shiftMs = 0;
  private readonly spy;

  constructor() {
    const now = Date.now;
    this.spy = jest.spyOn(Date, 'now').mockImplementation(() => now() + this.shiftMs);
  }

  /** After a week no entry of the cache is fresh, and no ban of TMDb's lasts. */
  advanceWeek(): void {
    this.shiftMs += 7 * 86_400_000;
  }

  /** Longer than a ban of 429 in these tests, shorter than any entry of the cache lives. */
  advanceMinute(): void {
    this.shiftMs += 60_000;
  }

  restore(): void {
    this.spy.mockRestore();
  }
}
