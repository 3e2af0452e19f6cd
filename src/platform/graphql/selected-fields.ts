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
  const names = new Set<string>();
  for (const node of info.fieldNodes) if (node.selectionSet) collect(node.selectionSet, info, type, names);
  return [...names];
}

function collect(selectionSet: SelectionSetNode, info: GraphQLResolveInfo, type: string, names: Set<string>): void {
  for (const selection of selectionSet.selections) {
    if (!isIncluded(selection, info)) continue;
    if (selection.kind === Kind.FIELD) {
      if (!readsElse(selection)) names.add(selection.name.value);
    } else {
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
      if (fragment !== undefined && isOn(fragment, type)) collect(fragment.selectionSet, info, type, names);
    }
  }
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
