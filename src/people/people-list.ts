import { registerEnumType } from '@nestjs/graphql';

export enum PeopleList {
  POPULAR = 'POPULAR',
  TRENDING_DAY = 'TRENDING_DAY',
  TRENDING_WEEK = 'TRENDING_WEEK',
}

registerEnumType(PeopleList, {
  name: 'PeopleList',
  description: 'The lists of people that the catalogue keeps.',
  valuesMap: {
    POPULAR: { description: 'Asked for most.' },
    TRENDING_DAY: { description: 'Much looked at today.' },
    TRENDING_WEEK: { description: 'Much looked at this week.' },
  },
});
