import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  type InlineFragmentNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/**
 * The names of the fields that a query selects of a type right below the field being resolved, fragments included.
 * Fields with an argument that changes what they read (`locale`, `languages`) are left out: they need something of
 * their own.
 */
export function selectedFields(info: GraphQLResolveInfo, type: string): string[] {
  const selection: Selection = { info, type, names: new Set(), visited: new Set() };
  for (const node of info.fieldNodes) if (node.selectionSet) collect(node.selectionSet, selection);
  return [...selection.names];
}

interface Selection {
  readonly info: GraphQLResolveInfo;
  readonly type: string;
  readonly names: Set<string>;
  /** Fragments seen: one that is spread many times is read once, so that nested spreads can't take long. */
  readonly visited: Set<string>;
}

function collect(selectionSet: SelectionSetNode, selection: Selection): void {
  for (const node of selectionSet.selections) {
    if (!isIncluded(node, selection.info)) continue;
    if (node.kind === Kind.FIELD) {
      if (!readsElse(node)) selection.names.add(node.name.value);
    } else {
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : spreadOf(node.name.value, selection);
      if (fragment !== undefined && isOn(fragment, selection.type)) collect(fragment.selectionSet, selection);
    }
  }
}

function spreadOf(name: string, { info, visited }: Selection): FragmentDefinitionNode | undefined {
  if (visited.has(name)) return undefined;
  visited.add(name);
  return info.fragments[name];
}

function isOn({ typeCondition }: InlineFragmentNode | FragmentDefinitionNode, type: string): boolean {
  return typeCondition === undefined || typeCondition.name.value === type || typeCondition.name.value === 'Node';
}

function readsElse(field: FieldNode): boolean {
  return field.arguments?.some(({ name }) => name.value === 'locale' || name.value === 'languages') ?? false;
}

function isIncluded(node: { readonly directives?: readonly DirectiveNode[] }, info: GraphQLResolveInfo): boolean {
  if (!node.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, info.variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues);
  return skip?.['if'] !== true && include?.['if'] !== false;
}
