/** A text with one thing written otherwise. @throws Error where it has nothing of the kind. */
export function planted(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`There is no ${from}`);
  return changed;
}
