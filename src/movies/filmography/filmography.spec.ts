import { describe, expect, test } from '@jest/globals';
import { Department } from '../../people/department.js';
import { personParts } from '../../tmdb/wire/person.wire.js';
import { type FilmCredit, filmographyOf, inDepartment, knownFor, sortedCredits } from './filmography.js';
import { FilmographySort } from './filmography.model.js';

function read(cast: object[], crew: object[] = []): FilmCredit[] {
  const wire = personParts.movie_credits.parse({ cast, crew });
  return wire === null ? [] : filmographyOf(wire);
}

const idsOf = (credits: readonly FilmCredit[]): number[] => credits.map(({ movie }) => movie.tmdbId);

describe('a filmography', () => {
  test('has each film once, with all roles and all jobs', () => {
    const credits = read(
      [
        { id: 1, character: 'The Host' },
        { id: 1, character: 'The Twin' },
      ],
      [
        { id: 1, job: 'Director', department: 'Directing' },
        { id: 1, job: 'Director', department: 'Directing' },
        { id: 2, job: 'Producer', department: 'Production' },
      ],
    );
    expect(credits.map(({ movie, character, jobs }) => [movie.tmdbId, character, jobs.map(({ job }) => job)])).toEqual([
      [1, 'The Host / The Twin', ['Actor', 'Director']],
      [2, null, ['Producer']],
    ]);
  });

  test('leaves out what is not for everyone', () => {
    expect(idsOf(read([{ id: 1, adult: true }, { id: 2, softcore: true }, { id: 3 }]))).toEqual([3]);
  });

  test('can be narrowed to a department, whose jobs alone are told', () => {
    const credits = read(
      [{ id: 1 }],
      [
        { id: 1, job: 'Director', department: 'Directing' },
        { id: 2, job: 'Gaffer', department: 'Lighting' },
      ],
    );
    const directed = inDepartment(credits, Department.DIRECTING);
    expect(directed.map(({ movie, jobs }) => [movie.tmdbId, jobs.map(({ job }) => job)])).toEqual([[1, ['Director']]]);
    expect(inDepartment(credits, null)).toEqual(credits);
  });
});

describe('the order', () => {
  const credits = read([
    { id: 4, release_date: '', popularity: 1 },
    { id: 3, release_date: '1999-01-01', popularity: 9 },
    { id: 2, release_date: '2010-01-01', popularity: 5 },
    { id: 1, release_date: '1999-01-01' },
  ]);

  test.each([
    [FilmographySort.RELEASE_DATE_DESC, [4, 2, 1, 3]],
    [FilmographySort.RELEASE_DATE_ASC, [1, 3, 2, 4]],
    [FilmographySort.POPULARITY_DESC, [3, 2, 4, 1]],
  ])('%s puts films to come at the right end and equal ones by number', (sort, ids) => {
    expect(idsOf(sortedCredits(credits, sort))).toEqual(ids);
  });
});

describe('what someone is known for', () => {
  const credits = read(
    [
      { id: 1, vote_count: 10 },
      { id: 2, vote_count: 90 },
      { id: 3, vote_count: 50 },
    ],
    [
      { id: 4, vote_count: 99, job: 'Director', department: 'Directing' },
      { id: 5, vote_count: 99, job: 'Director', department: 'Directing' },
    ],
  );
  const known = (department: Department, count: number): number[] =>
    knownFor(credits, department, count).map(({ tmdbId }) => tmdbId);

  test('are the films of their own department with most votes', () => {
    expect(known(Department.ACTING, 2)).toEqual([2, 3]);
    expect(known(Department.DIRECTING, 8)).toEqual([4, 5]);
  });

  test('are their films of any kind where their department has none', () => {
    expect(known(Department.SOUND, 3)).toEqual([4, 5, 2]);
  });
});
