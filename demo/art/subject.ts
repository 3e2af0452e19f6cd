/** What a picture is about. One seed always gives one picture; films seed with their title, people with their name. */
export interface Subject {
  /** Empty for a picture without words. */
  title: string;
  /** Such as the year. */
  subtitle?: string;
  seed: string;
}

/** A short name for the ids of one picture, so that two pictures in one page do not share them. */
export function idOf(kind: string, seed: string): string {
  let hash = 5381;
  for (const character of `${kind} ${seed}`) hash = (Math.imul(hash, 33) ^ (character.codePointAt(0) ?? 0)) >>> 0;
  return `i${hash.toString(36)}`;
}
