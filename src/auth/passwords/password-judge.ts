import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MatchExtended, ZxcvbnFactory, ZxcvbnResult } from '@zxcvbn-ts/core';

export type Weakness = 'TOO_COMMON' | 'TOO_PERSONAL' | 'TOO_EASY';

/** Why a password is easy to guess, as sentences for its owner. */
export interface Judgement {
  readonly code: Weakness;
  readonly message: string;
}

/**
 * zxcvbn's time grows with the square of the length: 128 characters take 300 ms of the only thread at its defaults, 40
 * with fewer substitutions 20 ms. What is strong within 40 characters is strong.
 */
const windowLength = 40;
const maxSubstitutions = 10;

/** What a guesser may try before it is found. zxcvbn's scores would refuse eight random characters, which take as many. */
const minGuesses = 1e8;

/** Characters that belong to no pattern, up to which they count as padding. */
const maxLooseCharacters = 3;

const personal = 'It is mostly made of your address, your name or ours.';

let loading: Promise<ZxcvbnFactory> | undefined;

/** Null when it is hard to guess. `personalWords` count as the first that a guesser tries. */
export async function judgePassword(password: string, personalWords: readonly string[]): Promise<Judgement | null> {
  const zxcvbn = await loadPasswordJudge();
  const characters = Array.from(password);
  const windows = [characters.slice(0, windowLength), characters.slice(windowLength).slice(-windowLength)];
  let first: Judgement | null = null;
  for (const window of windows.filter(({ length }) => length > 0)) {
    // Up to 50 ms each: whoever else waits comes in between.
    await nextTurn();
    const judgement = judgementOf(zxcvbn.check(window.join(''), [...personalWords]));
    if (judgement === null) return null;
    first ??= judgement;
  }
  return first;
}

/** The dictionaries take a quarter of a second of the only thread, and 40 MB. */
export function loadPasswordJudge(): Promise<ZxcvbnFactory> {
  loading ??= open().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function open(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
    l33tMaxSubstitutions: maxSubstitutions,
  });
}

function judgementOf({ sequence, guesses, feedback }: ZxcvbnResult): Judgement | null {
  const word = onlyWordOf(sequence);
  if (word !== undefined) return paddedWord(word);
  if (guesses >= minGuesses) return null;
  const { warning, suggestions } = feedback;
  const longest = sequence.reduce<MatchExtended | undefined>(longer, undefined);
  const code = weaknessOf(longest);
  const reason = code === 'TOO_PERSONAL' ? personal : (warning ?? 'It is easy to guess.');
  return { code, message: [reason, ...suggestions].join(' ') };
}

/** The one word of a password that is otherwise repeats, sequences, dates and the like, which zxcvbn scores too well. */
function onlyWordOf(sequence: readonly MatchExtended[]): MatchExtended | undefined {
  const words = sequence.filter(({ pattern }) => pattern === 'dictionary');
  const loose = sequence
    .filter(({ pattern }) => pattern === 'bruteforce')
    .reduce((sum, it) => sum + it.token.length, 0);
  const isOne = new Set(words.map(({ token }) => token.toLowerCase())).size === 1;
  return isOne && loose <= maxLooseCharacters ? words[0] : undefined;
}

function paddedWord(word: MatchExtended): Judgement {
  const code = weaknessOf(word);
  const reasons: Record<Weakness, string> = {
    TOO_COMMON: 'It is a commonly used password, or one with something added.',
    TOO_PERSONAL: personal,
    TOO_EASY: 'It is a single word, or one with something added.',
  };
  return { code, message: `${reasons[code]} Add more words that are less common.` };
}

function weaknessOf(match: MatchExtended | undefined): Weakness {
  const dictionary = match?.pattern === 'dictionary' ? String(match['dictionaryName']) : '';
  if (dictionary === 'userInputs') return 'TOO_PERSONAL';
  return dictionary.startsWith('passwords') ? 'TOO_COMMON' : 'TOO_EASY';
}

function longer(longest: MatchExtended | undefined, match: MatchExtended): MatchExtended {
  return longest !== undefined && longest.token.length >= match.token.length ? longest : match;
}
