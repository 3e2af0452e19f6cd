import { type ASTNode, type DocumentNode, visit } from 'graphql';

/** How many directives a document has: at the place with the most, and in all. */
export function countDirectives(document: DocumentNode): { readonly atOnePlace: number; readonly inAll: number } {
  let atOnePlace = 0;
  let inAll = 0;
  visit(document, {
    enter(node: ASTNode) {
      const count = 'directives' in node ? (node.directives?.length ?? 0) : 0;
      atOnePlace = Math.max(atOnePlace, count);
      inAll += count;
    },
  });
  return { atOnePlace, inAll };
}
