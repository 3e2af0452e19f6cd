import { type GraphQLResolveInfo, type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import { selectedFields } from '../../platform/graphql/selected-fields.js';

/**
 * The fields of `Movie` that a mutation's answer selects under any field called `movie` or `movies`: the film is looked
 * up before it is added, and what is read of it then is there for the answer.
 */
export function selectedMovieFields(info: GraphQLResolveInfo): string[] {
  const movies: FieldNode[] = [];
  const visited = new Set<string>();
  for (const { selectionSet } of info.fieldNodes) collect(selectionSet, movies, info, visited);
  return selectedFields({ ...info, fieldNodes: movies }, 'Movie');
}

function collect(
  selectionSet: SelectionSetNode | undefined,
  movies: FieldNode[],
  info: GraphQLResolveInfo,
  visited: Set<string>,
): void {
  for (const node of selectionSet?.selections ?? []) {
    if (node.kind === Kind.FIELD && /^movies?$/.test(node.name.value)) {
      movies.push(node);
    } else if (node.kind === Kind.FRAGMENT_SPREAD) {
      if (visited.has(node.name.value)) continue;
      visited.add(node.name.value);
      collect(info.fragments[node.name.value]?.selectionSet, movies, info, visited);
    } else {
      collect(node.selectionSet, movies, info, visited);
    }
  }
}
