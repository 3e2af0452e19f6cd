/** Which paths a rule is for: one path without `/3`, `*` for all, or those that an expression finds. */
export type PathPattern = string | RegExp;

interface Rule<T> {
  pattern: PathPattern;
  value: T;
  timesLeft: number;
}

/** Values that are bound to paths, each for a number of uses. */
export class PathRules<T> {
  private rules: Rule<T>[] = [];

  add(pattern: PathPattern, value: T, times = Infinity): void {
    this.rules.push({ pattern, value, timesLeft: times });
  }

  /** Uses the earliest rule of a path that is not used up. */
  takeFirst(path: string): T | undefined {
    const rule = this.rules.find((candidate) => candidate.timesLeft > 0 && covers(candidate.pattern, path));
    if (rule === undefined) return undefined;
    rule.timesLeft -= 1;
    return rule.value;
  }

  /** The values of all rules of a path, in the order in which they were made. */
  all(path: string): T[] {
    return this.rules.filter(({ pattern }) => covers(pattern, path)).map(({ value }) => value);
  }

  clear(): void {
    this.rules = [];
  }
}

function covers(pattern: PathPattern, path: string): boolean {
  if (typeof pattern === 'string') return pattern === '*' || pattern === path;
  // A global expression remembers where it stopped, and would miss every other call.
  pattern.lastIndex = 0;
  return pattern.test(path);
}
