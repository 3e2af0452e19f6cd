/** What is known of an entry: it has to be read anew, it holds still, or its lifetime alone decides. */
export type ChangeVerdict = 'due' | 'unchanged' | 'unknown';

/** What is known of changes at an upstream, beyond the age of what is held of it. */
export interface ChangeKnowledge {
  /** Of a thing such as `movie:550`, since its value was stored, in milliseconds since 1970. */
  since(subject: string, storedAt: number): ChangeVerdict;
}

export const nothingKnown: ChangeKnowledge = { since: () => 'unknown' };
