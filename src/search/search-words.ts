import { BadUserInputError } from '../platform/errors/coded-error.js';

const longest = 100;

/**
 * Words as they are searched and cached by: compatibility forms folded (NFKC), lower case, one space between words.
 *
 * @throws BadUserInputError when nothing is left, or more than 100 characters.
 */
export function searchWords(query: string): string {
  const words = query.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  const { length } = Array.from(words);
  if (length === 0) throw new BadUserInputError('`query` has no words.');
  if (length > longest) throw new BadUserInputError(`\`query\` has ${length} characters; it takes up to ${longest}.`);
  return words;
}
