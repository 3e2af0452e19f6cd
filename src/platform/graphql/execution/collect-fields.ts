import {
  type FieldNode,
  type GraphQLObjectType,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { includes, type Switches } from './switches.js';
import type { CompiledOperation } from './run.js';

/**
 * The fields that an object of the type is asked for, by the keys of the answer, in its order; several nodes of one key
 * are merged. The same as GraphQL's `CollectFields`, done once and not for each object.
 */
export function collectFields(
  compiled: CompiledOperation,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
  switches: Switches,
): ReadonlyMap<string, readonly FieldNode[]> {
  const collector = new Collector(compiled, type, switches);
  for (const selectionSet of selectionSets) collector.collect(selectionSet);
  return collector.fields;
}

class Collector {
  readonly fields = new Map<string, FieldNode[]>();
  private readonly visited = new Set<string>();

  constructor(
    private readonly compiled: CompiledOperation,
    private readonly type: GraphQLObjectType,
    private readonly switches: Switches,
  ) {}

  collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (!includes(selection, this.switches)) continue;
      if (selection.kind === Kind.FIELD) this.add(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (this.isMeant(selection.typeCondition)) this.collect(selection.selectionSet);
      } else this.spread(selection.name.value);
    }
  }

  private add(field: FieldNode): void {
    const key = (field.alias ?? field.name).value;
    const known = this.fields.get(key);
    if (known === undefined) this.fields.set(key, [field]);
    else known.push(field);
  }

  private spread(name: string): void {
    const fragment = this.compiled.fragments[name];
    if (this.visited.has(name) || fragment === undefined) return;
    this.visited.add(name);
    if (this.isMeant(fragment.typeCondition)) this.collect(fragment.selectionSet);
  }

  private isMeant(condition: NamedTypeNode | undefined): boolean {
    if (condition === undefined || condition.name.value === this.type.name) return true;
    const { schema } = this.compiled;
    const named = schema.getType(condition.name.value);
    return isAbstractType(named) && schema.isSubType(named, this.type);
  }
}
