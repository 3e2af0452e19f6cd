import { Field, ObjectType } from '@nestjs/graphql';
import { EdgeOf } from '../../platform/graphql/connections/connection.types.js';
import { DateTimeScalar } from '../../platform/graphql/scalars/output.scalars.js';
import { LibraryConnectionOf } from '../library-connection.types.js';
import { LibraryEntry } from './library-entry.interface.js';

@ObjectType({ implements: () => LibraryEntry, description: 'A film that the viewer loves.' })
export class Favorite extends LibraryEntry {
  readonly __typename = 'Favorite';

  @Field(() => DateTimeScalar, { description: 'When it became one.' })
  addedAt!: string;
}

@ObjectType({ description: 'A film among the favourites.' })
export class FavoriteEdge extends EdgeOf<Favorite>(() => Favorite) {}

@ObjectType({ description: 'A page of the favourites.' })
export class FavoriteConnection extends LibraryConnectionOf<Favorite, FavoriteEdge>(
  () => Favorite,
  () => FavoriteEdge,
) {}
