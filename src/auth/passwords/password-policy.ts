import { type Judgement, judgePassword, type Weakness } from './password-judge.js';

export interface PasswordIssue {
  readonly code: 'TOO_SHORT' | 'TOO_LONG' | Weakness;
  /** English sentences for the one who chose it; the password is not in them. */
  readonly message: string;
}

export interface PasswordContext {
  /** In characters (code points). */
  readonly minLength: number;
  readonly email: string;
  readonly displayName?: string | null;
}

const maxLength = 128;

/** What has to be left of a password without the words that anyone would try on this account first. */
const minRemainder = 8;

/** Shorter words are found in too many others to be cut out of them; zxcvbn knows them all the same. */
const minCutLength = 4;
const minWordLength = 3;

const serviceName = 'watchme';

/**
 * Why a password can not be taken, or null. It counts in its NFKC form, as it is hashed. Any characters will do; what
 * is asked is a length and that it is hard to guess, for those too who know the address and the name of its owner.
 */
export async function passwordIssue(password: string, context: PasswordContext): Promise<PasswordIssue | null> {
  const normal = password.normalize('NFKC');
  return (
    lengthIssue(normal, context.minLength) ?? personalIssue(normal, context) ?? (await guessIssue(normal, context))
  );
}

function lengthIssue(password: string, minLength: number): PasswordIssue | null {
  const { length } = Array.from(password);
  if (length < minLength) {
    return {
      code: 'TOO_SHORT',
      message: `It has ${length} characters; ${minLength} are needed. A few words make one.`,
    };
  }
  if (length > maxLength)
    return { code: 'TOO_LONG', message: `It has ${length} characters; ${maxLength} are allowed.` };
  return null;
}

function personalIssue(password: string, context: PasswordContext): PasswordIssue | null {
  const words = personalWords(context).filter(({ length }) => length >= minCutLength);
  const lower = password.toLowerCase();
  const remainder = words.reduce((text, word) => text.replaceAll(word, ''), lower);
  if (remainder === lower || Array.from(remainder).length >= minRemainder) return null;
  return {
    code: 'TOO_PERSONAL',
    message: 'It is mostly made of your address, your name or ours. Add more words that are less common.',
  };
}

function guessIssue(password: string, context: PasswordContext): Promise<Judgement | null> {
  return judgePassword(password, personalWords(context));
}

/** Lower case, the longest first. */
function personalWords({ email, displayName }: PasswordContext): string[] {
  const texts = [email, displayName ?? ''].map((text) => text.normalize('NFKC').toLowerCase());
  const parts = texts.flatMap((text) => [text, ...text.split('@'), ...text.split(/[^\p{L}\p{M}\p{N}]+/u)]);
  const words = new Set([serviceName, ...parts].filter(({ length }) => length >= minWordLength));
  return [...words].toSorted((a, b) => b.length - a.length);
}
