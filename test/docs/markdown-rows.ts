/** The cells of every row of every table in a document, headings left out. */
export function markdownRows(document: string): string[][] {
  const lines = document.split('\n');
  return lines
    .filter((line, index) => line.startsWith('|') && !isHeading(lines, index))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function isHeading(lines: readonly string[], index: number): boolean {
  return isRule(lines[index]) || isRule(lines[index + 1]);
}

function isRule(line: string | undefined): boolean {
  return /^\|[-|: ]+\|$/.test(line ?? '');
}
