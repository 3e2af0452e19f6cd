import { toGlobalId } from '../platform/graphql/nodes/global-id.js';
import type { Scope } from '../platform/locale/locale.js';
import { departmentOf } from './department.js';
import type { PersonSummary } from './person-summary.js';
import { Gender, type Person } from './person.model.js';

const genders: Readonly<Record<number, Gender>> = { 1: Gender.FEMALE, 2: Gender.MALE, 3: Gender.NON_BINARY };

export function toPerson(summary: PersonSummary, scope: Scope): Person {
  const { tmdbId, gender } = summary;
  return {
    __typename: 'Person',
    id: toGlobalId('Person', tmdbId),
    tmdbId,
    name: summary.name,
    originalName: summary.originalName,
    gender: (gender === null ? undefined : genders[gender]) ?? Gender.UNKNOWN,
    knownForDepartment: departmentOf(summary.department),
    popularity: summary.popularity,
    isAdult: summary.isAdult,
    scope,
    summary,
  };
}
