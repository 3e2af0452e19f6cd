import { describe, expect, test } from '@jest/globals';
import { wireCredits } from '../../tmdb/wire/movie-parts.wire.js';
import { creditsOf } from './credits.mapper.js';
import { directorsOf, withJobs, writersOf } from './credits.js';

const read = (cast: object[], crew: object[] = []) => creditsOf(wireCredits.parse({ cast, crew }));

describe('the cast', () => {
  test('comes by billing, those without a place last', () => {
    const { cast } = read([{ id: 1 }, { id: 2, order: 5 }, { id: 3, order: 0 }]);
    expect(cast.map(({ person }) => person.tmdbId)).toEqual([3, 2, 1]);
  });

  test('has everyone once, at their first place, with all roles', () => {
    const { cast } = read([
      { id: 1, order: 2, character: 'The Twin' },
      { id: 2, order: 1, character: 'The Guest' },
      { id: 1, order: 0, character: 'The Host' },
    ]);
    expect(cast.map(({ person, character }) => [person.tmdbId, character])).toEqual([
      [1, 'The Host / The Twin'],
      [2, 'The Guest'],
    ]);
  });

  test('has no role where none is told', () => {
    expect(read([{ id: 1, character: '' }]).cast[0]?.character).toBeNull();
  });
});

describe('the crew', () => {
  const { crew } = read(
    [],
    [
      { id: 1, name: 'Ada', job: 'Director', department: 'Directing' },
      { id: 2, name: 'Bo', job: 'Screenplay', department: 'Writing' },
      { id: 1, name: 'Ada', job: 'Story', department: 'Writing' },
      { id: 3, name: 'Cy', job: null, department: 'Sound' },
    ],
  );
  const names = (credits: typeof crew): (string | null)[] => credits.map(({ person }) => person.name);

  test('has everyone once with all their jobs', () => {
    expect(crew.map(({ person, jobs }) => [person.name, jobs.map(({ job }) => job)])).toEqual([
      ['Ada', ['Director', 'Story']],
      ['Bo', ['Screenplay']],
      ['Cy', []],
    ]);
  });

  test('tells its directors and writers', () => {
    expect([names(directorsOf(crew)), names(writersOf(crew))]).toEqual([['Ada'], ['Ada', 'Bo']]);
  });

  test('can be narrowed to jobs, each person keeping only those that fit', () => {
    expect(withJobs(crew, ({ department }) => department === 'Writing').map(({ jobs }) => jobs.length)).toEqual([1, 1]);
  });
});
