import { total } from '../dist/test/faults/counts.js';
import { missedCounts, missedTimes } from '../dist/test/faults/goals.js';

const columns = [
  'fault',
  'p99 before',
  'cached reads ok',
  'p99',
  'cold reads ok',
  'refused',
  'slowest',
  'accounts ok',
  'refused',
  'failed',
  'slowest of all',
  'well again after',
];

/** The first two lines of a table in Markdown; times are in milliseconds. */
export const tableHead = `${row(columns)}${row(columns.map((_, index) => (index === 0 ? '---' : '--:')))}`;

/** The line of one fault. */
export function tableRow({ fault, counts, cachedP99BeforeMs, cachedP99Ms, slowestColdMs, slowestMs, wellAgainMs }) {
  const { cached, cold, account, login } = counts;
  return row([
    `${fault.name}: ${fault.detail}`,
    Math.round(cachedP99BeforeMs),
    `${cached.ok} of ${all(cached)}`,
    Math.round(cachedP99Ms),
    `${cold.ok} of ${all(cold)}`,
    cold.clean,
    Math.round(slowestColdMs),
    `${account.ok + login.ok} of ${all(account) + all(login)}`,
    account.clean + login.clean,
    total(counts, 'failed'),
    Math.round(slowestMs),
    wellAgainMs === null ? 'never' : Math.round(wellAgainMs),
  ]);
}

/** A line for each goal that a fault missed, and what came in place of answers. */
export function missedOf(result) {
  const missed = [...missedCounts(result), ...missedTimes(result)].map(
    (goal) => `MISSED: ${result.fault.name}: ${goal}`,
  );
  if (missed.length === 0) return [];
  return [...missed, ...Object.entries(result.reasons).map(([reason, count]) => `        ${reason}: ${count}`)];
}

function all(kind) {
  return kind.ok + kind.clean + kind.failed;
}

function row(cells) {
  return `| ${cells.join(' | ')} |\n`;
}
