/** What is known of changes at an upstream, beyond the age of what is held of it. */
export interface ChangeKnowledge {
  /**
   * Of a thing such as `movie:550`, since a moment in milliseconds since 1970: `due` when it has changed, `unchanged`
   * when it certainly has not.
   */
  since(subject: string, storedAt: number): 'due' | 'unchanged' | 'unknown';
}

export const nothingKnown: ChangeKnowledge = { since: () => 'unknown' };
