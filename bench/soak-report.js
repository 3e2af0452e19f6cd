import { quantile } from './figures.js';

const columns = [
  'minutes',
  'requests',
  'failed',
  'refused',
  'p50 ms',
  'p99 ms',
  'memory MB',
  'heap MB',
  'handles',
  'timers',
];

/** The first two lines of a table in Markdown. */
export const tableHead = `${row(columns)}${row(columns.map(() => '--:'))}`;

/** What came of a minute's requests, with what was seen of the process. */
export function minuteOf(samples, seen) {
  const times = samples.map(({ ms }) => ms);
  return {
    requests: samples.length,
    failed: samples.filter(({ outcome }) => outcome.verdict === 'failed').length,
    refused: samples.filter(({ outcome }) => outcome.verdict === 'clean').length,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    ...seen,
  };
}

/** The line of one minute, or of several that follow each other: sums, medians, and the least of memory. */
export function tableRow(name, minutes) {
  const all = (key) => minutes.map((minute) => minute[key]);
  const sum = (key) => all(key).reduce((total, value) => total + value, 0);
  const median = (key) => quantile(all(key), 0.5);
  const megabytes = (key) => (Math.min(...all(key)) / 1024 / 1024).toFixed(1);
  return row([
    name,
    sum('requests'),
    sum('failed'),
    sum('refused'),
    median('p50Ms').toFixed(1),
    median('p99Ms').toFixed(1),
    megabytes('rssBytes'),
    megabytes('heapBytes'),
    median('handles'),
    median('timers'),
  ]);
}

/** The four quarters, for docs/reliability.md. */
export function quartersOf(minutes) {
  const size = Math.floor(minutes.length / 4);
  const first = minutes.length - 4 * size;
  return [0, 1, 2, 3].map((quarter) => {
    const [from, to] = [quarter === 0 ? 0 : first + quarter * size, first + (quarter + 1) * size];
    return tableRow(`${from + 1} to ${to}`, minutes.slice(from, to));
  });
}

/** Why requests of each kind were refused or failed, and how many. */
export function reasonsOf(samples) {
  const counts = new Map();
  for (const { kind, outcome } of samples) {
    if (outcome.verdict === 'ok') continue;
    const reason = `${kind} ${outcome.verdict === 'clean' ? 'refused' : 'failed'}: ${outcome.reason}`;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => `${reason}: ${count}`);
}

function row(cells) {
  return `| ${cells.join(' | ')} |\n`;
}
