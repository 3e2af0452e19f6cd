import { buildCatalogue } from '#demo/catalogue/build-catalogue.js';
import type { Film, Person } from '#demo/catalogue/model.js';

/** The demo catalogue, to choose from it what a test is about. */
export const catalogue = buildCatalogue(new Date());

/** The first film like that. @throws when there is none: the test would be about nothing. */
export function filmWhere(isLikeThat: (film: Film) => boolean): Film {
  return firstOf(catalogue.films.filter((film) => !film.isAdult && !film.isSoftcore && isLikeThat(film)));
}

/** The first person like that. */
export function personWhere(isLikeThat: (person: Person) => boolean): Person {
  return firstOf(catalogue.people.filter((person) => !person.isAdult && isLikeThat(person)));
}

/** The first of some things. @throws when there is none. */
export function firstOf<T>(things: readonly T[]): T {
  const [first] = things;
  if (first === undefined) throw new Error('The demo catalogue has nothing like that.');
  return first;
}

/** A global ID as clients get it. */
export function idOf(type: string, key: string | number): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}
