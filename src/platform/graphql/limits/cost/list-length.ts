import { type FieldNode, type GraphQLField, type GraphQLNamedType, isListType, isNonNullType } from 'graphql';
import type { ArgumentValues } from './argument-values.js';
import type { FieldCalls } from './calls.decorator.js';
import type { Run } from './total.js';

/** The length that lists without `first` are taken for, such as the directors of a film. */
const usualLength = 5;

/** The largest that GraphQL takes for an integer. */
const largest = 2 ** 31 - 1;

export type Length = (run: Run) => number;

/** How many things a field answers at most: by `first`, by the numbers or changes that it is given, or as usual. */
export function lengthOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  parent: GraphQLNamedType,
  { finds, rows = usualLength }: FieldCalls,
  values: ArgumentValues,
): Length {
  if (finds === 'changed' && isList(field)) return ({ changes }) => changes;
  const first = field.args.find(({ name }) => name === 'first');
  if (first) {
    const given = values.argument(node, 'first');
    return ({ variables }) => pageLength(given?.(variables) ?? first.defaultValue);
  }
  // `nodes` and `edges` have been counted by the `first` of their connection.
  const otherwise = isList(field) && !isPage(parent) ? rows : 1;
  const named = values.argument(node, 'ids') ?? values.argument(node, 'tmdbIds');
  if (named === undefined) return () => otherwise;
  return ({ variables }) => lengthOfArray(named(variables)) ?? otherwise;
}

/** Undefined for what is no list. */
export function lengthOfArray(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

export function isList({ type }: GraphQLField<unknown, unknown>): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** Whether a type only holds a list's things, and is none itself. */
export function isPage({ name }: GraphQLNamedType): boolean {
  return name.endsWith('Connection') || name.endsWith('Edge');
}

/** What is no length is refused when its value is coerced, in clearer words. */
function pageLength(value: unknown): number {
  return Number.isInteger(value) && Number(value) <= largest ? Math.max(0, Number(value)) : usualLength;
}
