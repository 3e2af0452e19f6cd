import { quantile } from '../../figures.js';

export function median(values) {
  return quantile(values, 0.5);
}

/**
 * What rounds come to: each has what raw `node:http` and the server cost in it, and its ratio is taken within the round,
 * since a machine is not as fast in the next. 1 is as cheap as raw, 0.5 is twice as dear.
 */
export function summarise(rounds) {
  const of = (read) => median(rounds.map(read));
  return {
    ratio: of(({ raw, server }) => raw.cpuMicros / server.cpuMicros),
    cpuMicros: of(({ server }) => server.cpuMicros),
    rawCpuMicros: of(({ raw }) => raw.cpuMicros),
    perSecond: of(({ server }) => server.perSecond),
    p50Ms: of(({ server }) => server.p50Ms),
    p99Ms: of(({ server }) => server.p99Ms),
    failed: rounds.reduce((sum, { server }) => sum + server.failed, 0),
  };
}

/** How much one more costs between two points of a curve, `[size, cost]` each. */
export function slope([fromSize, fromCost], [toSize, toCost]) {
  return (toCost - fromCost) / (toSize - fromSize);
}
