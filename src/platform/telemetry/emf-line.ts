import { countAbove, quantileOf, sumOf } from './histogram.js';
import type { Measures } from './measures.js';
import { serverSideCodes } from './figures.js';

/** Counts at one moment: what was counted in a time is the difference of two. */
export interface Totals {
  readonly counts: Readonly<Record<string, number>>;
  readonly warm: readonly number[];
  readonly all: readonly number[];
}

export function totalsOf(measures: Measures): Totals {
  const { figures } = measures;
  const cache = measures.cacheTotals();
  const calls = sumOf(figures.upstream.values());
  return {
    counts: {
      Operations: figures.front.hit + figures.front.made,
      FailedOperations: figures.failedOperations,
      FailedLogins: figures.failedLogins,
      UpstreamCalls: calls,
      UpstreamFailures: calls - (figures.upstream.get('ok') ?? 0),
      TmdbUnauthorized: figures.upstream.get('unauthorized') ?? 0,
      FrontHits: figures.front.hit,
      FrontMisses: figures.front.made,
      CacheHits: cache.hits,
      CacheMisses: cache.misses,
      ...Object.fromEntries(serverSideCodes.map((code) => [`Errors.${code}`, figures.errors.get(code) ?? 0])),
    },
    warm: [...figures.warm.counts],
    all: [...figures.all.counts],
  };
}

/** What happened between two moments. */
export function figuresBetween(before: Totals, after: Totals): Record<string, number> {
  const counts = Object.entries(after.counts).map(([name, count]) => [
    name,
    Math.max(0, count - (before.counts[name] ?? 0)),
  ]);
  const warm = differences(before.warm, after.warm);
  return {
    ...(Object.fromEntries(counts) as Record<string, number>),
    WarmOperations: sumOf(warm),
    WarmOperationsOver100Ms: countAbove(warm, 100),
    DurationP99: quantileOf(differences(before.all, after.all), 0.99),
  };
}

function differences(before: readonly number[], after: readonly number[]): number[] {
  return after.map((count, index) => Math.max(0, count - (before[index] ?? 0)));
}

const units: Readonly<Record<string, string>> = {
  DurationP99: 'Milliseconds',
  LoopDelayP99: 'Milliseconds',
  MemoryUsed: 'Bytes',
};

/**
 * A line of CloudWatch's embedded metric format, from which CloudWatch makes metrics as it reads the log:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function emfLine(environment: string, atMs: number, figures: Readonly<Record<string, number>>): string {
  const metrics = Object.keys(figures).map((name) => ({ Name: name, Unit: units[name] ?? 'Count' }));
  const directive = { Namespace: 'WatchMe', Dimensions: [['Environment']], Metrics: metrics };
  return `${JSON.stringify({
    _aws: { Timestamp: atMs, CloudWatchMetrics: [directive] },
    Environment: environment,
    ...figures,
  })}\n`;
}
