import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../../platform/graphql/connections/connection.types.js';
import { Movie } from '../movie.model.js';

export enum FilmographySort {
  RELEASE_DATE_DESC = 'RELEASE_DATE_DESC',
  RELEASE_DATE_ASC = 'RELEASE_DATE_ASC',
  POPULARITY_DESC = 'POPULARITY_DESC',
}

registerEnumType(FilmographySort, {
  name: 'FilmographySort',
  description: "The order of someone's films.",
  valuesMap: {
    RELEASE_DATE_DESC: { description: 'Those to come first, then from new to old.' },
    RELEASE_DATE_ASC: { description: 'From old to new, those to come last.' },
    POPULARITY_DESC: { description: 'Those asked for most first.' },
  },
});

@ObjectType({ description: 'A film that someone had a part in; each once, however many roles and jobs.' })
export class FilmographyEdge extends EdgeOf<Movie>(() => Movie) {
  @Field(() => String, {
    nullable: true,
    description: 'The role they play, such as `Tyler Durden`; several are joined by ` / `.',
  })
  character!: string | null;

  @Field(() => [String], { description: 'What they did, such as `Director`; `Actor` for a role.' })
  jobs!: string[];
}

@ObjectType({ description: "A page of someone's films." })
export class FilmographyConnection extends ConnectionOf<Movie, FilmographyEdge>(
  () => Movie,
  () => FilmographyEdge,
) {}
