import { registerEnumType } from '@nestjs/graphql';

export enum MovieSort {
  POPULARITY_DESC = 'POPULARITY_DESC',
  POPULARITY_ASC = 'POPULARITY_ASC',
  PRIMARY_RELEASE_DATE_DESC = 'PRIMARY_RELEASE_DATE_DESC',
  PRIMARY_RELEASE_DATE_ASC = 'PRIMARY_RELEASE_DATE_ASC',
  REVENUE_DESC = 'REVENUE_DESC',
  REVENUE_ASC = 'REVENUE_ASC',
  TITLE_ASC = 'TITLE_ASC',
  TITLE_DESC = 'TITLE_DESC',
  ORIGINAL_TITLE_ASC = 'ORIGINAL_TITLE_ASC',
  ORIGINAL_TITLE_DESC = 'ORIGINAL_TITLE_DESC',
  VOTE_AVERAGE_DESC = 'VOTE_AVERAGE_DESC',
  VOTE_AVERAGE_ASC = 'VOTE_AVERAGE_ASC',
  VOTE_COUNT_DESC = 'VOTE_COUNT_DESC',
  VOTE_COUNT_ASC = 'VOTE_COUNT_ASC',
}

const fewVotes = 'Films of fewer than 200 votes are left out unless `voteCount` says otherwise.';

registerEnumType(MovieSort, {
  name: 'MovieSort',
  description: 'The order of films.',
  valuesMap: {
    POPULARITY_DESC: { description: 'Those asked for most first.' },
    POPULARITY_ASC: { description: 'Those asked for least first.' },
    PRIMARY_RELEASE_DATE_DESC: { description: 'New ones first.' },
    PRIMARY_RELEASE_DATE_ASC: { description: 'Old ones first.' },
    REVENUE_DESC: { description: 'Those that took most at the box office first.' },
    REVENUE_ASC: { description: 'Those that took least at the box office first.' },
    TITLE_ASC: { description: 'By title.' },
    TITLE_DESC: { description: 'By title, from the end.' },
    ORIGINAL_TITLE_ASC: { description: 'By original title.' },
    ORIGINAL_TITLE_DESC: { description: 'By original title, from the end.' },
    VOTE_AVERAGE_DESC: { description: `Rated best first. ${fewVotes}` },
    VOTE_AVERAGE_ASC: { description: `Rated worst first. ${fewVotes}` },
    VOTE_COUNT_DESC: { description: 'Those with most votes first.' },
    VOTE_COUNT_ASC: { description: 'Those with fewest votes first.' },
  },
});

/** TMDb's name for an order, such as `popularity.desc`. */
export function tmdbSort(sort: MovieSort): string {
  return sort.toLowerCase().replace(/_(asc|desc)$/, '.$1');
}

export function ranksByVotes(sort: MovieSort): boolean {
  return sort === MovieSort.VOTE_AVERAGE_ASC || sort === MovieSort.VOTE_AVERAGE_DESC;
}
