import { Field, Int, ObjectType, type ReturnTypeFunc } from '@nestjs/graphql';

@ObjectType({ description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field(() => String, { nullable: true, description: 'The cursor of the first edge; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last edge: pass it as `after` to read on while `hasNextPage` is true.',
  })
  endCursor!: string | null;

  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether this page began after a cursor.' })
  hasPreviousPage!: boolean;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface Connection<T, E extends Edge<T> = Edge<T>> {
  readonly edges: readonly E[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** The base of an edge type: `class MovieEdge extends EdgeOf<Movie>(() => Movie) {}`. */
export function EdgeOf<T>(node: ReturnTypeFunc) {
  @ObjectType({ isAbstract: true })
  abstract class AbstractEdge implements Edge<T> {
    @Field(() => String, { description: 'Its place in the list; opaque.' })
    cursor!: string;

    @Field(node, { description: 'What stands there.' })
    node!: T;
  }
  return AbstractEdge;
}

/** The base of a connection type over the node and edge types. */
export function ConnectionOf<T, E extends Edge<T>>(node: () => unknown, edge: () => unknown) {
  @ObjectType({ isAbstract: true })
  abstract class AbstractConnection implements Connection<T, E> {
    @Field((() => [edge()]) as ReturnTypeFunc, { description: 'The rows with their cursors.' })
    edges!: readonly E[];

    @Field((() => [node()]) as ReturnTypeFunc, { description: 'The rows without their cursors.' })
    nodes!: readonly T[];

    @Field(() => PageInfo, { description: 'Where this page lies.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are in all; rows that the list leaves out are counted too.' })
    totalCount!: number;
  }
  return AbstractConnection;
}
