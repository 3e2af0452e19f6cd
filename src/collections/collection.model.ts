import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Image } from '../images/image.model.js';
import { ConnectionOf, EdgeOf } from '../platform/graphql/connections/connection.types.js';
import { Node } from '../platform/graphql/nodes/node.interface.js';
import type { Scope } from '../platform/locale/locale.js';

/** `parts` is answered by `movies`. */
@ObjectType({ implements: () => Node, description: 'Films that belong together, such as a trilogy.' })
export class Collection implements Node {
  readonly __typename = 'Collection';

  @Field(() => ID, { description: 'Opaque, unique across all types, and stable: clients cache by it.' })
  id!: string;

  @Field(() => Int, { description: 'Its number at TMDb, such as `10`.' })
  tmdbId!: number;

  @Field(() => String, { description: 'Its name in the language asked for, such as `The Apu Trilogy`.' })
  name!: string;

  @Field(() => Image, { nullable: true, description: 'The tall picture.' })
  poster!: Image | null;

  @Field(() => Image, { nullable: true, description: 'The wide picture.' })
  backdrop!: Image | null;

  /** The language and country it was asked in, which hold for everything under it. */
  scope!: Scope;
}

@ObjectType({ description: 'A collection in a list.' })
export class CollectionEdge extends EdgeOf<Collection>(() => Collection) {}

@ObjectType({ description: 'A page of collections.' })
export class CollectionConnection extends ConnectionOf<Collection, CollectionEdge>(
  () => Collection,
  () => CollectionEdge,
) {}
