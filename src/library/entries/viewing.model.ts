import { Field, ObjectType } from '@nestjs/graphql';
import { EdgeOf } from '../../platform/graphql/connections/connection.types.js';
import { DateTimeScalar } from '../../platform/graphql/scalars/output.scalars.js';
import { LibraryConnectionOf } from '../library-connection.types.js';
import { LibraryEntry } from './library-entry.interface.js';

@ObjectType({ implements: () => LibraryEntry, description: 'One time that the viewer watched a film.' })
export class Viewing extends LibraryEntry {
  readonly __typename = 'Viewing';

  @Field(() => DateTimeScalar, { description: 'When they watched it.' })
  watchedAt!: string;
}

@ObjectType({ description: 'A time that the viewer watched a film.' })
export class ViewingEdge extends EdgeOf<Viewing>(() => Viewing) {}

@ObjectType({ description: 'A page of the history.' })
export class ViewingConnection extends LibraryConnectionOf<Viewing, ViewingEdge>(
  () => Viewing,
  () => ViewingEdge,
) {}
