import type { GraphQLSchema, OperationDefinitionNode, FragmentDefinitionNode } from 'graphql';
import type { GraphqlContext } from '../graphql-context.js';

/** What all executions of one operation have in common. */
export interface CompiledOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** One execution. */
export interface Run {
  readonly context: GraphqlContext;
  /** As coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** What was worked out for this execution, by the number of the field it is for. */
  readonly kept: unknown[];
}

/** JSON in UTF-8, a character for each byte, at once or later. */
export type Written = string | Promise<string>;

/** Writes a value that a resolver gave as JSON. @throws whatever GraphQL would make an error of. */
export type Write = (value: unknown, run: Run) => Written;

/** Resolves a field of an object and writes what it gave. */
export type WriteField = (source: unknown, run: Run) => Written;
