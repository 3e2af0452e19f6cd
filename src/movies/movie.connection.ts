import { ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../platform/graphql/connections/connection.types.js';
import { Movie } from './movie.model.js';

@ObjectType({ description: 'A film in a list.' })
export class MovieEdge extends EdgeOf<Movie>(() => Movie) {}

@ObjectType({ description: 'A page of films.' })
export class MovieConnection extends ConnectionOf<Movie, MovieEdge>(
  () => Movie,
  () => MovieEdge,
) {}
