import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shared } from '../platform/graphql/execution/repeatable.decorator.js';
import { Node } from '../platform/graphql/nodes/node.interface.js';
import type { Scope } from '../platform/locale/locale.js';

@Shared()
@ObjectType({ implements: () => Node, description: 'A kind of film, such as Drama.' })
export class Genre implements Node {
  readonly __typename = 'Genre';

  @Field(() => ID, { description: 'Opaque, unique across all types, and stable: clients cache by it.' })
  id!: string;

  @Field(() => Int, { description: 'Its number at TMDb, such as `18`.' })
  tmdbId!: number;

  @Field(() => String, { description: 'Its name in the language asked for, such as `Drama`.' })
  name!: string;

  /** The language and country it was asked in, which hold for everything under it. */
  scope!: Scope;
}
