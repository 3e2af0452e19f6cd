import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../../platform/graphql/connections/connection.types.js';
import { Node } from '../../platform/graphql/nodes/node.interface.js';
import { DateTimeScalar } from '../../platform/graphql/scalars/output.scalars.js';
import type { Scope } from '../../platform/locale/locale.js';

export enum ListVisibility {
  PRIVATE = 'PRIVATE',
  UNLISTED = 'UNLISTED',
}

registerEnumType(ListVisibility, {
  name: 'ListVisibility',
  description: 'Who can see a list.',
  valuesMap: {
    PRIVATE: { description: 'Its owner alone.' },
    UNLISTED: { description: 'Whoever has its ID.' },
  },
});

/** Its entries, their number and its owner are added by resolvers. */
@ObjectType({ implements: () => Node, description: 'A list of films that somebody keeps.' })
export class List implements Node {
  readonly __typename = 'List';

  @Field(() => ID, { description: 'Opaque, unique across all types, and stable: clients cache by it.' })
  id!: string;

  @Field(() => String, { description: 'What its owner calls it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What its owner says of it.' })
  description!: string | null;

  @Field(() => ListVisibility, { description: 'Who can see it.' })
  visibility!: ListVisibility;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: string;

  @Field(() => DateTimeScalar, { description: 'When its name, description, visibility or films last changed.' })
  updatedAt!: string;

  /** Its number in the database. */
  listId!: string;

  /** Whose it is. */
  userId!: string;

  /** The language and country its films are read in. */
  scope!: Scope;
}

@ObjectType({ description: 'A list among others.' })
export class ListEdge extends EdgeOf<List>(() => List) {}

@ObjectType({ description: 'A page of lists.' })
export class ListConnection extends ConnectionOf<List, ListEdge>(
  () => List,
  () => ListEdge,
) {}
