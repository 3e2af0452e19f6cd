import type { Histogram } from './histogram.js';
import { bucketsMs } from './histogram.js';
import type { Measures } from './measures.js';
import type { Metric, Sample } from './metric.js';

/** All metrics of our own. Durations are in seconds, as Prometheus has them. */
export function metricsOf(measures: Measures): Metric[] {
  return [...operationMetrics(measures), ...upstreamMetrics(measures), ...partMetrics(measures)];
}

function operationMetrics(measures: Measures): Metric[] {
  const { figures } = measures;
  return [
    {
      name: 'watchme_operation_duration_seconds',
      type: 'histogram',
      help: 'How long GraphQL operations took, by operation (a hundred names, the rest is `other`) and outcome',
      read: () =>
        [...figures.durations].flatMap(([operation, outcomes]) =>
          [...outcomes].flatMap(([outcome, histogram]) =>
            histogramSamples('watchme_operation_duration_seconds', histogram, { operation, outcome }),
          ),
        ),
    },
    {
      name: 'watchme_warm_answer_duration_seconds',
      type: 'histogram',
      help: 'How long operations about films took, without errors, that waited for no call to TMDb',
      read: () => histogramSamples('watchme_warm_answer_duration_seconds', figures.warm, {}),
    },
    {
      name: 'watchme_operations_failed_total',
      type: 'counter',
      help: 'Operations with an error that is not the client’s',
      read: () => [{ value: figures.failedOperations }],
    },
    {
      name: 'watchme_operation_errors_total',
      type: 'counter',
      help: 'Operations that had an error of a code',
      read: () => samplesBy('code', figures.errors),
    },
    {
      name: 'watchme_front_answers_total',
      type: 'counter',
      help: 'Answers that were held whole (`hit`), and those that were made',
      read: () => samplesBy('kind', Object.entries(figures.front)),
    },
    {
      name: 'watchme_cache_keys_total',
      type: 'counter',
      help: 'What the cache did with keys, by their kind',
      read: () =>
        Object.entries(measures.cacheKinds()).flatMap(([kind, stats]) =>
          samplesBy('outcome', Object.entries(stats)).map(({ value, labels }) => ({
            value,
            labels: { kind, ...labels },
          })),
        ),
    },
    {
      name: 'watchme_failed_logins_total',
      type: 'counter',
      help: 'Sign-ins with a wrong password, or of nobody',
      read: () => [{ value: figures.failedLogins }],
    },
  ];
}

function upstreamMetrics(measures: Measures): Metric[] {
  return [
    {
      name: 'watchme_upstream_calls_total',
      type: 'counter',
      help: 'Requests to TMDb, retries counted apart, by `ok` or why they failed',
      read: () => samplesBy('outcome', measures.figures.upstream),
    },
    {
      name: 'watchme_upstream_budget_left',
      type: 'gauge',
      help: 'Calls that were left of the budget of a second, by what this process has called',
      read: () => [{ value: measures.gauge('budgetLeft') }],
    },
    {
      name: 'watchme_upstream_queue',
      type: 'gauge',
      help: 'Calls to TMDb that wait for their turn, and those under way',
      read: () => [
        { value: measures.gauge('upstreamWaiting'), labels: { state: 'waiting' } },
        { value: measures.gauge('upstreamInFlight'), labels: { state: 'in_flight' } },
      ],
    },
  ];
}

function partMetrics(measures: Measures): Metric[] {
  return [
    {
      name: 'watchme_part_away',
      type: 'gauge',
      help: '1 while the process does without a part; for TMDb: while a circuit breaker is open',
      read: () =>
        (['POSTGRESQL', 'REDIS', 'TMDB'] as const).map((part) => ({ value: measures.isAway(part), labels: { part } })),
    },
    {
      name: 'watchme_database_pool',
      type: 'gauge',
      help: 'Connections to PostgreSQL that are in use or idle, and work that waits for one',
      read: () => [
        { value: measures.gauge('poolUsed'), labels: { state: 'used' } },
        { value: measures.gauge('poolIdle'), labels: { state: 'idle' } },
        { value: measures.gauge('poolWaiting'), labels: { state: 'waiting' } },
      ],
    },
    {
      name: 'watchme_hashing_queue',
      type: 'gauge',
      help: 'Passwords that wait to be hashed',
      read: () => [{ value: measures.gauge('hashingWaiting') }],
    },
    {
      name: 'watchme_background_queue',
      type: 'gauge',
      help: 'Work behind answers, such as mails, that waits',
      read: () => [{ value: measures.gauge('backgroundWaiting') }],
    },
  ];
}

function samplesBy(label: string, values: Iterable<readonly [string, number]>): Sample[] {
  return [...values].map(([name, value]) => ({ value, labels: { [label]: name } }));
}

function histogramSamples(name: string, histogram: Histogram, labels: Readonly<Record<string, string>>): Sample[] {
  let seen = 0;
  const buckets = histogram.counts.map((count, index) => {
    const bound = bucketsMs[index];
    seen += count;
    const le = bound === undefined ? '+Inf' : String(bound / 1000);
    return { metricName: `${name}_bucket`, value: seen, labels: { ...labels, le } };
  });
  return [
    ...buckets,
    { metricName: `${name}_sum`, value: histogram.sumMs / 1000, labels },
    { metricName: `${name}_count`, value: seen, labels },
  ];
}
