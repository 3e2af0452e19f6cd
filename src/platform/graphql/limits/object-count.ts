import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** What an operation is counted by; the document has been validated. */
export interface CountedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode | undefined>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The length that lists without `first` are taken for, such as the directors of a film. */
const usualLength = 5;

/**
 * How many objects an operation can answer at most, by its `first` arguments multiplied on the way down. Each fragment
 * is counted once, however often it is spread.
 */
export function countObjects(counted: CountedOperation): number {
  return new ObjectCounter(counted).count();
}

class ObjectCounter {
  private readonly known = new Map<string, number>();

  constructor(private readonly counted: CountedOperation) {}

  count(): number {
    const { schema, operation } = this.counted;
    const root = schema.getRootType(operation.operation);
    return root ? this.below(operation.selectionSet, root) : 0;
  }

  private below(selectionSet: SelectionSetNode, parent: GraphQLNamedType): number {
    let sum = 0;
    // Spread again in the same place, a fragment adds nothing to the answer.
    const spread = new Set<string>();
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) sum += this.ofField(selection, parent);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition?.name.value;
        sum += this.below(selection.selectionSet, (on && this.counted.schema.getType(on)) || parent);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        sum += this.ofFragment(selection.name.value);
      }
    }
    return sum;
  }

  private ofFragment(name: string): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const fragment = this.counted.fragments[name];
    const on = fragment && this.counted.schema.getType(fragment.typeCondition.name.value);
    const count = fragment && on ? this.below(fragment.selectionSet, on) : 0;
    this.known.set(name, count);
    return count;
  }

  private ofField(node: FieldNode, parent: GraphQLNamedType): number {
    if (node.selectionSet === undefined || !(isObjectType(parent) || isInterfaceType(parent))) return 0;
    const field = parent.getFields()[node.name.value];
    const type = field && getNamedType(field.type);
    if (field === undefined || !isCompositeType(type)) return 0;
    const length = this.lengthOf(node, field, parent);
    // A connection is one object; its `first` counts for what is below it.
    return (isList(field) ? length : 1) + length * this.below(node.selectionSet, type);
  }

  private lengthOf(node: FieldNode, field: GraphQLField<unknown, unknown>, parent: GraphQLNamedType): number {
    const first = field.args.find(({ name }) => name === 'first');
    if (first) return pageLength(this.valueOf(node, 'first') ?? first.defaultValue);
    const named = this.valueOf(node, 'ids') ?? this.valueOf(node, 'tmdbIds');
    if (Array.isArray(named)) return named.length;
    // `nodes` and `edges` have been counted by the `first` of their connection.
    return isList(field) && !parent.name.endsWith('Connection') ? usualLength : 1;
  }

  private valueOf(node: FieldNode, name: string): unknown {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    return value === undefined ? undefined : this.plain(value);
  }

  private plain(value: ValueNode): unknown {
    if (value.kind === Kind.VARIABLE) return this.variable(value.name.value);
    if (value.kind === Kind.LIST) return value.values;
    return value.kind === Kind.INT ? Number(value.value) : undefined;
  }

  private variable(name: string): unknown {
    const given = this.counted.variables[name];
    if (given !== undefined) return given;
    const definition = this.counted.operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
    return definition?.defaultValue && this.plain(definition.defaultValue);
  }
}

/** What is no length is refused when its value is coerced, in clearer words. */
function pageLength(value: unknown): number {
  return Number.isInteger(value) ? Math.max(0, value as number) : usualLength;
}

function isList({ type }: GraphQLField<unknown, unknown>): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
