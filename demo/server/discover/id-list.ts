/**
 * Reads a filter of several values, a comma for AND and a pipe for OR (a pipe anywhere makes the whole list an OR),
 * into a question: does something hold the values? Null for an empty or absent filter.
 */
export function idListMatcher(text: string | undefined): ((holds: (value: string) => boolean) => boolean) | null {
  const values = valuesOf(text);
  if (values.length === 0) return null;
  const isAny = text?.includes('|') ?? false;
  return (holds) => (isAny ? values.some(holds) : values.every(holds));
}

/** All values of a filter, whatever parts them. */
export function valuesOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[,|]/)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
