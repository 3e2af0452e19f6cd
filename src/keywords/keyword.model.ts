import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../platform/graphql/connections/connection.types.js';
import { Node } from '../platform/graphql/nodes/node.interface.js';
import type { Scope } from '../platform/locale/locale.js';

@ObjectType({ implements: () => Node, description: 'A word that describes films, such as `time travel`.' })
export class Keyword implements Node {
  readonly __typename = 'Keyword';

  @Field(() => ID, { description: 'Opaque, unique across all types, and stable: clients cache by it.' })
  id!: string;

  @Field(() => Int, { description: 'Its number at TMDb, such as `4379`.' })
  tmdbId!: number;

  @Field(() => String, { description: 'The word, in English whatever the locale.' })
  name!: string;

  /** The language and country it was asked in, which hold for everything under it. */
  scope!: Scope;
}

@ObjectType({ description: 'A keyword in a list.' })
export class KeywordEdge extends EdgeOf<Keyword>(() => Keyword) {}

@ObjectType({ description: 'A page of keywords.' })
export class KeywordConnection extends ConnectionOf<Keyword, KeywordEdge>(
  () => Keyword,
  () => KeywordEdge,
) {}
