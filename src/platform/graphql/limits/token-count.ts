import { Lexer, Source, TokenKind } from 'graphql';

/**
 * The number of tokens in a document. Text that is no GraphQL counts as far as it can be read: parsing says better
 * what is wrong with it.
 */
export function countTokens(document: string): number {
  const lexer = new Lexer(new Source(document));
  let count = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch {
    return count;
  }
  return count;
}
