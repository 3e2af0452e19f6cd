import type { Film } from '#demo/catalogue/model.js';

/** The certification that a film has in the cinemas of a country, else the first it has there. */
export function certificationOf({ releases }: Film, region: string): string | null {
  const here = releases.filter(({ country, certification }) => country === region && certification !== '');
  return (here.find(({ type }) => type === 3) ?? here[0])?.certification ?? null;
}
