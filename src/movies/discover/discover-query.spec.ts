import { describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../platform/graphql/nodes/global-id.js';
import { discoverQuery } from './discover-query.js';
import { Match } from './matches.input.js';
import { MovieSort, ranksByVotes, tmdbSort } from './movie-sort.js';

const genres = (...ids: number[]) => ids.map((id) => toGlobalId('Genre', id));

test('is the same, to the letter, for filters that mean the same', () => {
  const one = discoverQuery(
    { genres: { ids: genres(18, 9, 100) }, releaseYear: 2000, originCountries: ['US', 'BR'] },
    MovieSort.TITLE_ASC,
  );
  const other = discoverQuery(
    { originCountries: ['BR', 'US'], releaseYear: 2000, genres: { ids: genres(100, 18, 9), match: Match.ANY } },
    MovieSort.TITLE_ASC,
  );
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  expect(one['with_genres']).toBe('9|18|100');
});

test('leaves out what is null, and lists that are empty', () => {
  const filter = {
    genres: null,
    withoutGenres: [],
    originalLanguages: [],
    releaseDate: { gte: null, lte: null },
    voteCount: null,
    includeAdult: null,
  };
  expect(discoverQuery(filter, MovieSort.POPULARITY_DESC)).toEqual({
    include_adult: false,
    include_video: false,
    sort_by: 'popularity.desc',
  });
});

test('takes a range of one value', () => {
  expect(discoverQuery({ runtimeMinutes: { gte: 90, lte: 90 } }, MovieSort.POPULARITY_DESC)).toMatchObject({
    'with_runtime.gte': 90,
    'with_runtime.lte': 90,
  });
});

test('keeps 0 as a bound', () => {
  expect(discoverQuery({ voteAverage: { gte: 0 } }, MovieSort.POPULARITY_DESC)).toMatchObject({
    'vote_average.gte': 0,
  });
});

describe('an order', () => {
  test.each(Object.values(MovieSort))('%s is one of TMDb', (sort) => {
    expect(tmdbSort(sort)).toMatch(
      /^(original_title|popularity|revenue|primary_release_date|title|vote_average|vote_count)\.(asc|desc)$/,
    );
  });

  test('by mean votes alone ranks by votes', () => {
    expect(Object.values(MovieSort).filter(ranksByVotes)).toEqual([
      MovieSort.VOTE_AVERAGE_DESC,
      MovieSort.VOTE_AVERAGE_ASC,
    ]);
  });
});

test.each([1, 50])('takes %d IDs', (count) => {
  const ids = Array.from({ length: count }, (_, index) => toGlobalId('Genre', index + 1));
  expect(discoverQuery({ withoutGenres: ids }, MovieSort.POPULARITY_DESC)['without_genres']).toContain('1');
});
