/** A statement of SQL with `?` in place of each text, number and bit of binary data that is written in it. */
export function withoutValues(statement: string): string {
  return statement
    .replaceAll(/\$(\w*)\$[^]*?\$\1\$/g, '?')
    .replaceAll(/(?:\b[exb])?'(?:[^'\\]|''|\\.)*(?:'|$)/gi, '?')
    .replaceAll(/(?<![\w"$.])-?\d+(?:\.\d+)?\b/g, '?');
}
