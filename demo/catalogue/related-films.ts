import type { Film } from './model.js';
import { integerBetween, seededRandom } from './seeded-random.js';

/** The 20 to 40 films (fewer where fewer are alike) that the same people made or that feel alike, nearest first. */
export function recommendedFilms(film: Film, films: readonly Film[]): Film[] {
  return nearest(film, films, 'recommendations', (other) => likeness(film, other) + 3 * sharedPeople(film, other));
}

/** The 20 to 40 films (fewer where fewer are alike) with the same genres and keywords, nearest first. */
export function similarFilms(film: Film, films: readonly Film[]): Film[] {
  return nearest(film, films, 'similar', (other) => likeness(film, other));
}

function nearest(film: Film, films: readonly Film[], purpose: string, score: (other: Film) => number): Film[] {
  const count = integerBetween(seededRandom(`${purpose} ${film.seed}`), 20, 40);
  return films
    .filter((other) => other !== film && !other.isAdult && !other.isVideo)
    .map((other) => ({ other, score: score(other) }))
    .filter(({ score: points }) => points > 0)
    .toSorted((one, next) => next.score - one.score || next.other.popularity - one.other.popularity)
    .slice(0, count)
    .map(({ other }) => other);
}

function likeness(film: Film, other: Film): number {
  const inSeries = film.collection !== null && film.collection === other.collection ? 6 : 0;
  const decade = film.year !== null && other.year !== null && Math.abs(film.year - other.year) <= 5 ? 1 : 0;
  return inSeries + decade + 2 * shared(film.genres, other.genres) + 2 * shared(film.keywords, other.keywords);
}

function sharedPeople(film: Film, other: Film): number {
  const people = new Set([...film.cast, ...film.crew].map(({ person }) => person));
  const others = new Set([...other.cast, ...other.crew].map(({ person }) => person));
  return shared([...people], [...others]);
}

function shared<T>(one: readonly T[], other: readonly T[]): number {
  return one.filter((member) => other.includes(member)).length;
}
