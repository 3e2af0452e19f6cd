/** The upper bounds of the buckets in milliseconds: an answer that is held takes less than the first. */
export const bucketsMs = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000] as const;

/** Durations by bucket. Recording one costs a short walk and no memory. */
export class Histogram {
  /** Not cumulative; the last is of what is above every bound. */
  readonly counts: number[] = Array.from({ length: bucketsMs.length + 1 }, () => 0);
  sumMs = 0;

  record(durationMs: number): void {
    let bucket = 0;
    while (durationMs > (bucketsMs[bucket] ?? Infinity)) bucket += 1;
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
    this.sumMs += durationMs;
  }

  get count(): number {
    return sumOf(this.counts);
  }
}

/** How many took longer than a bound, which is one of the buckets'. */
export function countAbove(counts: readonly number[], boundMs: (typeof bucketsMs)[number]): number {
  return sumOf(counts.slice(bucketsMs.indexOf(boundMs) + 1));
}

/** The bound that a share of them took at most, such as 0.99; 0 of none. */
export function quantileOf(counts: readonly number[], share: number): number {
  const wanted = share * sumOf(counts);
  if (wanted === 0) return 0;
  let seen = 0;
  const bucket = counts.findIndex((count) => (seen += count) >= wanted);
  return bucketsMs[Math.min(bucket, bucketsMs.length - 1)] ?? 0;
}

export function sumOf(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}
