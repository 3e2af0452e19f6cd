/** One line of a metric. */
export interface Sample {
  readonly value: number;
  readonly labels?: Readonly<Record<string, string>>;
  /** Where it differs from the metric's, as with the lines of a histogram. */
  readonly metricName?: string;
}

/** A metric of Prometheus, read when it is asked for. `docs/telemetry.md` lists all; a test holds both in step. */
export interface Metric {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly read: () => Sample[];
}
