/** How grave: a `warn` works for now, a `fail` does not. Later ones are graver. */
export const levels = ['ok', 'warn', 'fail'] as const;

export type Level = (typeof levels)[number];

export interface Finding {
  readonly level: Level;
  /** What was looked at, such as `redis`. */
  readonly part: string;
  readonly what: string;
  /** What to do, where there is something. */
  readonly remedy?: string;
}

/** A part that is well, or not, by the findings of its look. */
export class Report {
  readonly findings: Finding[] = [];

  constructor(private readonly part: string) {}

  ok(what: string): void {
    this.findings.push({ level: 'ok', part: this.part, what });
  }

  warn(what: string, remedy: string): void {
    this.findings.push({ level: 'warn', part: this.part, what, remedy });
  }

  fail(what: string, remedy: string): void {
    this.findings.push({ level: 'fail', part: this.part, what, remedy });
  }
}

export function worstOf(findings: readonly Finding[]): Level {
  return levels.findLast((level) => findings.some((finding) => finding.level === level)) ?? 'ok';
}
