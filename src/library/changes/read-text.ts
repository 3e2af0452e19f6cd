import type { InputIssues } from '../../platform/input/input-issues.js';

export interface TextRule {
  /** In characters as people count them: code points. */
  readonly longest: number;
  /** Whether it can have line breaks and tabs. */
  readonly isMultiline: boolean;
}

const unfitForLines = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const unfit = /(?![\n\r\t])[\p{Cc}\p{Cs}]/u;

/** What a person wrote, trimmed and in NFC, perhaps empty; null when it can not be kept. */
export function readText(field: string, text: string, rule: TextRule, issues: InputIssues): string | null {
  const kept = text.trim().normalize('NFC');
  const { longest, isMultiline } = rule;
  const { length } = Array.from(kept);
  if (length > longest) {
    const [most, actual] = [longest, length].map((count) => count.toLocaleString('en-US'));
    return issues.add(field, 'TOO_LONG', `\`${field}\` has ${actual} characters; at most ${most} fit.`);
  }
  if ((isMultiline ? unfit : unfitForLines).test(kept)) {
    return issues.add(field, 'INVALID', `\`${field}\` has characters that can not be kept.`);
  }
  return kept;
}
