import { createUnionType, ObjectType } from '@nestjs/graphql';
import { Movie } from '../movies/movie.model.js';
import { Person } from '../people/person.model.js';
import type { Scope } from '../platform/locale/locale.js';

/** Each field is a search of its own, made only when it is asked for. */
@ObjectType({ description: 'What was found by some words; only what you select is searched.' })
export class SearchResults {
  words!: string;
  includeAdult!: boolean;
  scope!: Scope;
}

export const TopResult = createUnionType({
  name: 'TopResult',
  description: 'A film or someone who makes films.',
  types: () => [Movie, Person] as const,
  resolveType: (value: Movie | Person) => value.__typename,
});
