import { registerEnumType } from '@nestjs/graphql';

export enum MovieList {
  POPULAR = 'POPULAR',
  TOP_RATED = 'TOP_RATED',
  NOW_PLAYING = 'NOW_PLAYING',
  UPCOMING = 'UPCOMING',
  TRENDING_DAY = 'TRENDING_DAY',
  TRENDING_WEEK = 'TRENDING_WEEK',
}

registerEnumType(MovieList, {
  name: 'MovieList',
  description: 'The lists that the catalogue keeps.',
  valuesMap: {
    POPULAR: { description: 'Asked for most.' },
    TOP_RATED: { description: 'Rated best.' },
    NOW_PLAYING: { description: 'In the cinemas of the region now.' },
    UPCOMING: { description: 'Coming to the cinemas of the region.' },
    TRENDING_DAY: { description: 'Much looked at today.' },
    TRENDING_WEEK: { description: 'Much looked at this week.' },
  },
});
