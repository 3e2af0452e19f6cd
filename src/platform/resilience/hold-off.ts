/** A while in which something that failed is left alone. */
export class HoldOff {
  private until = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly durationMs: number,
    private readonly clock: () => number,
  ) {}

  start(): void {
    this.until = this.clock() + this.durationMs;
  }

  get isActive(): boolean {
    return this.clock() < this.until;
  }
}
