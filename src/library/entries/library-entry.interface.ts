import { Field, ID, Int, InterfaceType } from '@nestjs/graphql';
import { Node } from '../../platform/graphql/nodes/node.interface.js';
import type { Scope } from '../../platform/locale/locale.js';

/** A film in a library. What is kept is its number at TMDb; `movie` is read from the catalogue when it is asked. */
@InterfaceType({
  implements: () => Node,
  description: 'A film in a library, with what its viewer says of it.',
  resolveType: (value: LibraryEntry) => value.__typename,
})
export abstract class LibraryEntry implements Node {
  abstract readonly __typename: string;

  @Field(() => ID, { description: 'Opaque, unique across all types, and stable: clients cache by it.' })
  id!: string;

  @Field(() => Int, { description: "The film's number at TMDb, which stays even if TMDb drops the film." })
  tmdbId!: number;

  /** The language and country its film is read in. */
  scope!: Scope;
}
