/** Lines and words of Mermaid's own, and prose for screen readers. */
const grammar = [
  /^\s*(?:accTitle|accDescr|classDef|class|direction|flowchart|sequenceDiagram|erDiagram)\b.*$/gm,
  /^\s*Note (?:over|right of|left of) [\w,]+:/gm,
  /<\/?\w+>/g,
  // Keys of columns.
  / [PFU]K\b/g,
];

/** The words of a diagram that say they are names: with a capital or `_` in them, or of parts with `.` or `/` between. */
export function namesIn(source: string): string[] {
  const text = grammar.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), source);
  const words = text.match(/[\w./]*\w/g) ?? [];
  return [...new Set(words.filter((word) => /[a-z]/i.test(word) && /[A-Z_./]/.test(word)))];
}
