import {
  type FieldNode,
  getArgumentValues,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  Kind,
  visit,
} from 'graphql';
import { atHandExtension, pureExtension } from './repeatable.decorator.js';
import type { PlannedField } from './repeated-fields.js';
import { isPromise } from '../../request/maybe-promise.js';
import { type CompiledOperation, type Run, type Write, type WriteField } from './run.js';

export interface FieldOfPlan {
  readonly compiled: CompiledOperation;
  readonly parentType: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  /** The keys of the answer that lead to it; positions in lists are left out, since one plan is for all of them. */
  readonly path: GraphQLResolveInfo['path'];
  /** Numbers what an execution keeps for it. */
  readonly slot: number;
}

/** Resolves a field and writes it. Arguments and `info` are worked out once an execution, and not for each object. */
export function fieldWriter(of: FieldOfPlan, write: Write): WriteField {
  const resolve = resolverOf(of);
  return (source, run) => {
    const value = resolve(source, run);
    return isPromise(value) ? value.then((awaited) => write(awaited, run)) : write(value, run);
  };
}

/**
 * Writes a field from its object alone; absent where that can't be done. Undefined for what is not at hand. `write`
 * needs no more than the value.
 */
export function writerAtHand({ field, nodes: [node] }: FieldOfPlan, write: Write): PlannedField['writeAtHand'] {
  const { name, resolve, extensions } = field;
  if (resolve === undefined) {
    return (source, run) => {
      const value = (source as Readonly<Record<string, unknown>>)[name];
      return typeof value === 'function' || isPromise(value) ? undefined : write(value, run);
    };
  }
  const read = extensions[pureExtension] === true ? resolve : extensions[atHandExtension];
  if (typeof read !== 'function' || hasVariables(node)) return undefined;
  const args = getArgumentValues(field, node, {});
  return (source, run) => {
    const value: unknown = read(source, args);
    return value === undefined || isPromise(value) ? undefined : write(value, run);
  };
}

/** What resolvers are told of where they are. */
export function infoOf(of: FieldOfPlan, run: Run): GraphQLResolveInfo {
  return (run.kept[of.slot + 1] ??= makeInfo(of, run)) as GraphQLResolveInfo;
}

type Resolve = (source: unknown, run: Run) => unknown;

function resolverOf(of: FieldOfPlan): Resolve {
  const { field } = of;
  const argumentsIn = argumentsOf(of);
  const { resolve } = field;
  if (resolve !== undefined) return (source, run) => resolve(source, argumentsIn(run), run.context, infoOf(of, run));
  const { name } = field;
  return (source, run) => {
    const value = (source as Readonly<Record<string, unknown>>)[name];
    if (typeof value !== 'function') return value;
    const method = value.bind(source) as (...given: unknown[]) => unknown;
    return method(argumentsIn(run), run.context, infoOf(of, run));
  };
}

function argumentsOf({ field, nodes: [node], slot }: FieldOfPlan): (run: Run) => Record<string, unknown> {
  if (!hasVariables(node)) {
    const constant = getArgumentValues(field, node, {});
    return () => constant;
  }
  return (run) => (run.kept[slot] ??= getArgumentValues(field, node, run.variables)) as Record<string, unknown>;
}

function hasVariables({ arguments: given = [] }: FieldNode): boolean {
  let found = false;
  for (const argument of given) visit(argument, { [Kind.VARIABLE]: () => void (found = true) });
  return found;
}

function makeInfo({ compiled, field, nodes, parentType, path }: FieldOfPlan, run: Run): GraphQLResolveInfo {
  return {
    fieldName: field.name,
    fieldNodes: nodes,
    returnType: field.type,
    parentType,
    path,
    schema: compiled.schema,
    fragments: compiled.fragments,
    rootValue: undefined,
    operation: compiled.operation,
    variableValues: { ...run.variables },
  };
}
