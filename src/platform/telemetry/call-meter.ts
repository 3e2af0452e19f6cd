/** Counts calls by the second, to say what is left of a budget of so many a second. */
export class CallMeter {
  private second = 0;
  private inSecond = 0;
  private inSecondBefore = 0;

  constructor(
    private readonly perSecond: number,
    private readonly now: () => number = Date.now,
  ) {}

  note(): void {
    this.turn();
    this.inSecond += 1;
  }

  /** By the busier of this second and the one before, since this one may have just begun. */
  get left(): number {
    this.turn();
    return Math.max(0, this.perSecond - Math.max(this.inSecond, this.inSecondBefore));
  }

  private turn(): void {
    const second = Math.floor(this.now() / 1000);
    if (second === this.second) return;
    this.inSecondBefore = second === this.second + 1 ? this.inSecond : 0;
    this.inSecond = 0;
    this.second = second;
  }
}
