import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** Everything that `node` can find again. Its objects carry `__typename`, by which GraphQL tells them apart. */
@InterfaceType({
  description: 'Anything with a global ID that `node` can find again.',
  resolveType: (value: Node) => value.__typename,
})
export abstract class Node {
  abstract readonly __typename: string;

  @Field(() => ID, { description: 'Opaque, unique across all types, and stable: clients cache by it.' })
  id!: string;
}
