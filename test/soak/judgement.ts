/** What was seen of a minute. */
export interface Minute {
  readonly requests: number;
  readonly failed: number;
  readonly p99Ms: number;
  /** What the process held of the machine's memory, in bytes: the least. */
  readonly rssBytes: number;
  /** The least of the heap in use: after a collection. */
  readonly heapBytes: number;
  /** Open files, but for the connections of readers: the median. */
  readonly handles: number;
  /** Timers that were waiting: the median. */
  readonly timers: number;
}

/** Level is within a twentieth. */
const mostGrowth = 1.05;
/** Connections to Redis and PostgreSQL come and go, and so do the timers of requests. */
const mostMore = 10;
/** Flat is within half, and no difference below this counts: the machine does other things, too. */
const mostSlower = 1.5;
const noticedMs = 20;

/** What was promised of a long run and does not hold, in words: the last quarter against the third. */
export function missedOf(minutes: readonly Minute[]): string[] {
  const quarter = Math.floor(minutes.length / 4);
  const failed = minutes.reduce((sum, minute) => sum + minute.failed, 0);
  const missed = failed === 0 ? [] : [`${failed} requests failed`];
  if (quarter === 0) return [...missed, 'fewer than four minutes say nothing of growth'];
  const third = minutes.slice(-2 * quarter, -quarter);
  const last = minutes.slice(-quarter);
  return [...missed, ...grown(third, last), ...slower(third, last)];
}

function grown(third: readonly Minute[], last: readonly Minute[]): string[] {
  const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return [
    ...(['rssBytes', 'heapBytes'] as const).flatMap((name) => {
      const [before, after] = [least(third, name), least(last, name)];
      const what = name === 'rssBytes' ? 'memory' : 'heap';
      return after > mostGrowth * before ? [`the lowest ${what} grew: ${megabytes(before)}, ${megabytes(after)}`] : [];
    }),
    ...(['handles', 'timers'] as const).flatMap((name) => {
      const [before, after] = [median(third, name), median(last, name)];
      return after > before + mostMore ? [`${name} grew: ${before}, ${after}`] : [];
    }),
  ];
}

function slower(third: readonly Minute[], last: readonly Minute[]): string[] {
  const [before, after] = [median(third, 'p99Ms'), median(last, 'p99Ms')];
  if (after <= mostSlower * before || after - before < noticedMs) return [];
  return [`p99 grew: ${Math.round(before)} ms, ${Math.round(after)} ms`];
}

function least(minutes: readonly Minute[], name: keyof Minute): number {
  return Math.min(...minutes.map((minute) => minute[name]));
}

function median(minutes: readonly Minute[], name: keyof Minute): number {
  const sorted = minutes.map((minute) => minute[name]).toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
