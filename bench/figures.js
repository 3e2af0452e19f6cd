/** The value below which a share of them lies; 0.5 is the median. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** One line of a table: columns by name, numbers with one digit behind the point. */
export function line(name, columns) {
  const cells = Object.entries(columns).map(
    ([column, value]) =>
      `${column} ${typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(1) : value}`,
  );
  process.stdout.write(`${name.padEnd(44)} ${cells.join('   ')}\n`);
}

/** Says whether a goal was met; it fails nothing, since the time of a busy machine says nothing of the code. */
export function verdict(goal, isMet) {
  process.stdout.write(`${isMet ? 'met' : 'MISSED'}: ${goal}\n`);
}
