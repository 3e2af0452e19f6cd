import type { KindCounts, ProcessStats } from './process-stats.js';

const columns = {
  hitsInProcess: 'hits in process',
  hitsInRedis: 'hits in Redis',
  stale: 'stale',
  misses: 'misses',
  refreshes: 'refreshes',
  failures: 'failures',
} as const satisfies Record<keyof KindCounts, string>;
const names = Object.keys(columns) as (keyof KindCounts)[];
const bytesPerMegabyte = 1024 * 1024;

/** A line for each kind, in the order of their names, of all processes together; since each of them began. */
export function statsTable(entries: ReadonlyMap<string, number>, processes: readonly ProcessStats[]): string {
  const kinds = new Set([...entries.keys(), ...processes.flatMap((process) => Object.keys(process.kinds))]);
  const rows = [...kinds]
    .toSorted()
    .map((kind) => [
      kind,
      String(entries.get(kind) ?? 0),
      ...names.map((name) => String(sum(processes, ({ kinds: { [kind]: counts } }) => counts?.[name] ?? 0))),
    ]);
  const megabytes = (sum(processes, ({ bytesInProcess }) => bytesInProcess) / bytesPerMegabyte).toFixed(1);
  const held = sum(processes, ({ entriesInProcess }) => entriesInProcess);
  return [
    `Processes: ${processes.length}, which hold ${held} entries of ${megabytes} MB in all.`,
    ...laidOut([['kind', 'in Redis', ...names.map((name) => columns[name])], ...rows]),
    '',
  ].join('\n');
}

function sum(processes: readonly ProcessStats[], valueOf: (process: ProcessStats) => number): number {
  return processes.reduce((total, process) => total + valueOf(process), 0);
}

/** The first column to the left, the numbers to the right. */
function laidOut(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}
