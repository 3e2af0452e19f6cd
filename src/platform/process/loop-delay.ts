interface Sample {
  readonly atMs: number;
  readonly lateMs: number;
}

const windowMs = 1000;
const everyMs = 50;

/** The mean of how late timers came in the last second. */
export class LoopDelay {
  private readonly samples: Sample[] = [];

  /** Adds how late one came, and gives the mean in milliseconds. */
  add(lateMs: number, nowMs: number): number {
    this.samples.push({ atMs: nowMs, lateMs });
    while ((this.samples[0]?.atMs ?? nowMs) < nowMs - windowMs) this.samples.shift();
    return this.samples.reduce((sum, sample) => sum + sample.lateMs, 0) / this.samples.length;
  }
}

/**
 * Tells the mean delay of the event loop twenty times a second, and gives what ends that. Node runs timers before it
 * reads what came in: after a blocked time the delay is told before any request that waited.
 */
export function watchLoopDelay(tell: (meanMs: number) => void, now = () => performance.now()): () => void {
  const delay = new LoopDelay();
  let beforeMs = now();
  const timer = setInterval(() => {
    const nowMs = now();
    tell(delay.add(Math.max(0, nowMs - beforeMs - everyMs), nowMs));
    beforeMs = nowMs;
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
