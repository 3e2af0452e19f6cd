import { expect, test } from '@jest/globals';
import { buildCatalogue } from './build-catalogue.js';
import { bundledRecords } from './load-records.js';

const today = new Date('2026-06-15T12:00:00Z');
const catalogue = buildCatalogue(today);

test('the same records on the same day make the same catalogue', () => {
  const summary = ({ films, people }: typeof catalogue) => [
    films.map(({ id, popularity, voteAverage, releases, offers }) => ({
      id,
      popularity,
      voteAverage,
      releases,
      offers,
    })),
    people.map(({ id, name, popularity }) => ({ id, name, popularity })),
  ];
  expect(summary(buildCatalogue(today))).toEqual(summary(catalogue));
});

test('films are numbered by their place in the data, people by their first appearance', () => {
  expect(catalogue.films.map(({ id }) => id)).toEqual(catalogue.films.map((_, index) => 1_000_000_001 + index));
  expect(catalogue.films[0]?.record).toBe(bundledRecords.films[0]);
  expect(catalogue.people.map(({ id }) => id)).toEqual(catalogue.people.map((_, index) => 1_000_000_001 + index));
  expect(catalogue.people[0]?.name).toBe(catalogue.films[0]?.record.directors[0]);
});

test('every genre that a record names exists', () => {
  const known = new Set(bundledRecords.reference.genres.map(({ name }) => name));
  expect(bundledRecords.films.flatMap(({ genres }) => genres).filter((genre) => !known.has(genre))).toEqual([]);
});

test('ratings lie in their range and popularity is unequal', () => {
  const out = catalogue.films.filter(({ voteCount }) => voteCount > 0);
  expect(out.every(({ voteAverage }) => voteAverage >= 5.5 && voteAverage <= 9)).toBe(true);
  const popularity = out.map((film) => film.popularity).toSorted((one, other) => other - one);
  expect(popularity[0]).toBeGreaterThan(10 * (popularity[Math.floor(popularity.length / 2)] ?? 0));
});

test('the first release of a film is the day of its record', () => {
  const first = (film: (typeof catalogue.films)[number]) => film.releases.map(({ date }) => date).toSorted()[0] ?? '';
  const dated = catalogue.films.filter(({ record }) => record.countries.length > 0);
  expect(dated.filter((film) => first(film) !== film.record.released)).toEqual([]);
});
