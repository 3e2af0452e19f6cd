import { wrongClaims, wrongTimes } from './forged-claims.js';
import { type ForgedToken, piecesOf, type Surroundings } from './forge.js';
import { wrongForms } from './forged-forms.js';
import { wrongHeaders } from './forged-headers.js';
import { otherAlgorithms, wrongKeys } from './forged-signatures.js';

/** Tokens that all have to be refused, and the good one that they were made from. */
export function forgedTokens(surroundings: Surroundings): { readonly good: string; readonly forged: ForgedToken[] } {
  const pieces = piecesOf(surroundings);
  const tables = [otherAlgorithms, wrongKeys, wrongHeaders, wrongClaims, wrongTimes, wrongForms];
  return { good: pieces.good, forged: tables.flatMap((table) => table(pieces)) };
}
