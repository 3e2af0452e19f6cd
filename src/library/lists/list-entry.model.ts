import { Field, ObjectType } from '@nestjs/graphql';
import { EdgeOf } from '../../platform/graphql/connections/connection.types.js';
import { DateTimeScalar } from '../../platform/graphql/scalars/output.scalars.js';
import { LibraryConnectionOf } from '../library-connection.types.js';
import { LibraryEntry } from '../entries/library-entry.interface.js';

@ObjectType({ implements: () => LibraryEntry, description: 'A film in a list.' })
export class ListEntry extends LibraryEntry {
  readonly __typename = 'ListEntry';

  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  addedAt!: string;
}

@ObjectType({ description: 'A film in a list.' })
export class ListEntryEdge extends EdgeOf<ListEntry>(() => ListEntry) {}

@ObjectType({ description: 'A page of a list.' })
export class ListEntryConnection extends LibraryConnectionOf<ListEntry, ListEntryEdge>(
  () => ListEntry,
  () => ListEntryEdge,
) {}
