/**
 * How long a counter has stood still, as one who looks at it now and then sees it. Looks that come late are not
 * believed: where the looking itself was held up, as by a machine that was suspended, so was what is looked at.
 */
export class Silence {
  private silentMs = 0;
  private lastBeat: number | undefined;
  private lastLookMs = 0;

  /** `lookEveryMs`: when the next look should come. */
  constructor(private readonly lookEveryMs: number) {}

  /** Gives the milliseconds without a beat. */
  look(beat: number, nowMs: number): number {
    const passedMs = Math.min(nowMs - this.lastLookMs, 2 * this.lookEveryMs);
    this.silentMs = beat === this.lastBeat ? this.silentMs + passedMs : 0;
    this.lastBeat = beat;
    this.lastLookMs = nowMs;
    return this.silentMs;
  }
}
