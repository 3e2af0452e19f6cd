import type { Keeping, RequestTrace } from '../request/request-context.js';

export interface Outcome {
  readonly isQuery: boolean;
  readonly hasErrors: boolean;
  /** Whether it tells more than the answer: what was explained to one is nothing for others who ask the same. */
  readonly isExplained: boolean;
}

/**
 * How long an answer may be kept, by the least fresh of what it was made from. What is a viewer's, holds an error, lacks
 * what could not be read, changes something, is explained, or was made of nothing that ages is not to be kept: null.
 */
export function keepingOf(
  { isPrivate, reads }: RequestTrace,
  { isQuery, hasErrors, isExplained }: Outcome,
): Keeping | null {
  if (isPrivate || isExplained || hasErrors || !isQuery || reads.hasFailed) return null;
  const { oldestStoredAt, freshUntil } = reads.total;
  return oldestStoredAt === null || freshUntil === null ? null : { storedAt: oldestStoredAt, freshUntil };
}
