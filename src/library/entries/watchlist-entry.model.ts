import { Field, ObjectType } from '@nestjs/graphql';
import { EdgeOf } from '../../platform/graphql/connections/connection.types.js';
import { DateTimeScalar } from '../../platform/graphql/scalars/output.scalars.js';
import { LibraryConnectionOf } from '../library-connection.types.js';
import { LibraryEntry } from './library-entry.interface.js';

@ObjectType({ implements: () => LibraryEntry, description: 'A film that the viewer wants to watch.' })
export class WatchlistEntry extends LibraryEntry {
  readonly __typename = 'WatchlistEntry';

  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  addedAt!: string;
}

@ObjectType({ description: 'A film on the watchlist.' })
export class WatchlistEntryEdge extends EdgeOf<WatchlistEntry>(() => WatchlistEntry) {}

@ObjectType({ description: 'A page of the watchlist.' })
export class WatchlistEntryConnection extends LibraryConnectionOf<WatchlistEntry, WatchlistEntryEdge>(
  () => WatchlistEntry,
  () => WatchlistEntryEdge,
) {}
