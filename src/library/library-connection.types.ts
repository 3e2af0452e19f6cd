import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, type Edge } from '../platform/graphql/connections/connection.types.js';

/** The base of a connection over a part of a library. */
export function LibraryConnectionOf<T, E extends Edge<T>>(node: () => unknown, edge: () => unknown) {
  @ObjectType({ isAbstract: true })
  abstract class AbstractLibraryConnection extends ConnectionOf<T, E>(node, edge) {
    @Field(() => Int, {
      nullable: true,
      description:
        'Sorted or filtered by what the catalogue says: of how many films it could tell; the others come last, or not at all. Null otherwise.',
    })
    coveredCount!: number | null;
  }
  return AbstractLibraryConnection;
}
