const widest = 110;

/**
 * JSON as the documents have it: one line for all that fits into one; what has one entry only opens and closes around
 * it, as in `{ "data": { "movies": [`. The order of keys is kept.
 */
export function layOut(value: unknown, indent = ''): string {
  const line = JSON.stringify(value, null, 1)
    .replaceAll(/\n\s*/g, ' ')
    .replaceAll(/(?<=\[) | (?=\])/g, '');
  if (typeof value !== 'object' || value === null || indent.length + line.length <= widest) return line;
  const isList = Array.isArray(value);
  const rows = Object.entries(value);
  const inner = rows.length === 1 ? indent : `${indent}  `;
  const entries = rows.map(([key, entry]) => (isList ? '' : `${JSON.stringify(key)}: `) + layOut(entry, inner));
  if (rows.length === 1) return isList ? `[${entries[0]}]` : `{ ${entries[0]} }`;
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${inner}${entries.join(`,\n${inner}`)}\n${indent}${close}`;
}
