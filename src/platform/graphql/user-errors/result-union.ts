import type { Type } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';

/** The result of a mutation: the success and the errors that may come in its place. All carry `__typename`. */
export function resultUnion<T extends readonly Type[]>(name: string, mutation: string, types: T) {
  return createUnionType({
    name,
    description: `What \`${mutation}\` answers.`,
    types: () => types,
    resolveType: (value: { readonly __typename: string }) => value.__typename,
  });
}
