import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from '../../fragments-of.js';
import { ArgumentValues, type Variables } from './argument-values.js';
import { CompiledField } from './compiled-field.js';
import { CompiledSelection } from './compiled-selection.js';
import { OnceTable } from './total.js';

/** What an operation may need. */
export interface Cost {
  /** Calls to TMDb while nothing is cached, rounded up. */
  readonly calls: number;
  /** Objects in the answer, by `first` multiplied on the way down. */
  readonly objects: number;
}

/** The cost of one operation, given its variables as they came: what is no use of them is taken for left out. */
export type CostOf = (variables: Variables) => Cost;

/**
 * Reads an operation once, each fragment once, so that its cost can be told for any variables in a few microseconds.
 * The document has been validated; the formula is in docs/limits.md.
 */
export function compileCost(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): CostOf {
  const root = schema.getRootType(operation.operation);
  const compiler = new CostCompiler(schema, document, operation);
  const selection = root ? compiler.compile(operation.selectionSet, root) : new CompiledSelection();
  return (variables) => {
    const { calls, objects } = selection.evaluate({ variables, changes: 1 });
    for (const each of compiler.selections) each.forget();
    return { calls: Math.ceil(calls), objects };
  };
}

class CostCompiler {
  readonly selections: CompiledSelection[] = [];
  private readonly definitions: ReturnType<typeof fragmentsOf>;
  private readonly fragments = new Map<string, CompiledSelection>();
  private readonly values: ArgumentValues;
  private readonly once = new OnceTable();
  private readonly roots: ReadonlySet<GraphQLNamedType | null | undefined>;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ) {
    this.values = new ArgumentValues(operation);
    this.roots = new Set([schema.getQueryType(), schema.getMutationType()]);
    this.definitions = fragmentsOf(document);
  }

  compile(selectionSet: SelectionSetNode, parent: GraphQLNamedType, into = this.open()): CompiledSelection {
    // Spread again in the same place, a fragment adds nothing to the answer.
    const spread = new Set<string>();
    for (const node of selectionSet.selections) {
      const holds = this.values.condition(node);
      if (node.kind === Kind.FIELD) {
        const what = this.field(node, parent);
        if (what !== null) into.select(what, holds);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        const on = this.typeNamed(node.typeCondition?.name.value) ?? parent;
        into.select(this.compile(node.selectionSet, on), holds);
      } else if (!spread.has(node.name.value)) {
        if (holds === undefined) spread.add(node.name.value);
        into.select(this.fragment(node.name.value), holds);
      }
    }
    return into;
  }

  private fragment(name: string): CompiledSelection {
    const known = this.fragments.get(name);
    if (known !== undefined) return known;
    const selection = this.open();
    this.fragments.set(name, selection);
    const definition = this.definitions[name];
    const on = this.typeNamed(definition?.typeCondition.name.value);
    return definition && on ? this.compile(definition.selectionSet, on, selection) : selection;
  }

  private field(node: FieldNode, parent: GraphQLNamedType): CompiledField | null {
    if (!isObjectType(parent) && !isInterfaceType(parent)) return null;
    const field = parent.getFields()[node.name.value];
    if (field === undefined) return null;
    const type = getNamedType(field.type);
    const below = node.selectionSet && isCompositeType(type) ? this.compile(node.selectionSet, type) : null;
    const { values, once } = this;
    return new CompiledField({ node, field, parent, type, isRoot: this.roots.has(parent), below, values, once });
  }

  private open(): CompiledSelection {
    const selection = new CompiledSelection();
    this.selections.push(selection);
    return selection;
  }

  private typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.schema.getType(name);
  }
}
