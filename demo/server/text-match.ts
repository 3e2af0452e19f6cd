/** How well a text answers a search: 3 the same, 2 begins with it, 1 holds its words, 0 not at all. */
export type MatchRank = 0 | 1 | 2 | 3;

const letters: Readonly<Record<string, string>> = { ø: 'o', đ: 'd', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };
const scriptsWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Lower case without accents, apostrophes, punctuation or double spaces. */
export function normalise(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[øđłßæœı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The best rank that a query (already normalised) has among some texts. Each word of it must begin a word of one
 * text; in scripts that write no spaces it may stand anywhere. An empty query matches nothing.
 */
export function matchRank(query: string, texts: readonly string[]): MatchRank {
  if (query === '') return 0;
  return texts.reduce<MatchRank>((best, text) => {
    const rank = rankOf(query, normalise(text));
    return rank > best ? rank : best;
  }, 0);
}

function rankOf(query: string, text: string): MatchRank {
  if (text === query) return 3;
  if (text.startsWith(`${query} `)) return 2;
  if (scriptsWithoutSpaces.test(query)) return text.includes(query) ? 1 : 0;
  const words = text.split(' ');
  return query.split(' ').every((part) => words.some((word) => word.startsWith(part))) ? 1 : 0;
}
